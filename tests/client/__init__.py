"""The Python SDK against a scripted server, over real sockets."""
