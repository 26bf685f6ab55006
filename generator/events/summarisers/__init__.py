"""The shelf of summarisers: one file a method."""
