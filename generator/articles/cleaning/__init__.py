"""What tells the body of a scraped page from everything around it."""
