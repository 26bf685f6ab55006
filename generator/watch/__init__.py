"""Watching: sets of changed paths, and nothing of what is done with them."""
