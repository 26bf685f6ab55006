"""The preview: a folder over http, with live reload."""
