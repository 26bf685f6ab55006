"""The shelf of input formats: one file a format."""
