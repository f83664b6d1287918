"""How the starter packages are made; nothing in the server imports this."""
