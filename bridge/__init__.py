"""A real-time translation and culture-note chat bridge."""
