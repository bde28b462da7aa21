"""Pure functions from definitions to results, one question a module. All arithmetic is exact."""
