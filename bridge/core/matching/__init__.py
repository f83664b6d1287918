"""How is a term found, however it stands in a sentence?"""
