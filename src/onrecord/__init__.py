"""Did they say that, when, and where does the record show it?"""
