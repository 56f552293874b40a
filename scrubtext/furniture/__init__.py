"""Page furniture: how to tell what a page carries around an article from the article.

``markers`` finds the words furniture begins with, ``shapes`` says what a line looks like, ``tail``
walks the end of a document block by block, ``rules`` reads and checks rules of the user's.
"""
