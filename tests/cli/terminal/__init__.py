"""The parts of `bridge chat`."""
