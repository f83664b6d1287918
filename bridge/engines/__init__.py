"""How is text translated? Engines, what they run on, and what makes them translators."""
