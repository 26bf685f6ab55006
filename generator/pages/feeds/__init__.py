"""The shelf of feeds and data files: one file a format."""
