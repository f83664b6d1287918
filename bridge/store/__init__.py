"""How is a room remembered?"""
