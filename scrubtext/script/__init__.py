"""Script conversion and classification of Chinese text."""
