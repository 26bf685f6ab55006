"""Wing 1: files in, articles out."""
