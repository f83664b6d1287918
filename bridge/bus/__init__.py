"""How does an event reach every node?"""
