"""What the server is made of, and how the parts are put together."""
