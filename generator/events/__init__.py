"""Wing 2: articles in, the entries of the digest out."""
