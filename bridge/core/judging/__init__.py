"""What speaks against a translation?"""
