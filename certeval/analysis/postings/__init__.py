"""What job postings name: certificates and skills, counted."""
