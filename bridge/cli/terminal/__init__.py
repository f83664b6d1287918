"""What `bridge chat` is made of: a transcript, a screen, a keyboard, and a conversation of them."""
