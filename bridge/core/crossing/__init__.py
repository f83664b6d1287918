"""How does one sentence get across, and what arrives with it unharmed?"""
