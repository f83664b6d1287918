"""How do moderators work over HTTP?"""
