"""Edges turn bytes into frames and requests, and decide nothing."""
