"""What keyword stuffing and link farms have in common: phrases, their evidence, the page around them."""
