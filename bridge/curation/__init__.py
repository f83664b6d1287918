"""How do notes get better? Files in and out, versions that meet, and what curators decide."""
