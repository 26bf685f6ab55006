"""Dateline: a folder of news articles in, a published digest out."""

__version__ = "0.1.0"
