"""From a site in memory to the published folder, which is at every moment wholly the old site or wholly the new one."""
