"""Notes that grow while people talk: asked for, used, changed, and put on what was said before."""
