"""Keeping the peace: who may speak, what moderators do, and which words are covered or held."""
