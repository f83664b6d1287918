"""Contracts: every adapter of a port runs the same tests."""
