"""What-if analysis: score and cost before and after a change."""
