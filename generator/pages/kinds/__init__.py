"""The shelf of page kinds: one file a kind."""
