"""Wing 3: the digest in, pages and feeds out."""
