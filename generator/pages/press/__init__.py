"""The press: pages printed with Jinja2."""
