"""How much each criterion should count, by an order of them."""
