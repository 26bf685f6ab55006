"""The shelf of checks: what may be wrong with a whole site, one file a kind of fault."""
