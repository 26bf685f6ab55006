"""Name the packages; pyproject.toml says all else. The theme stands at the top of a checkout, in a wheel inside."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator", "generator.*"]), "generator.theme"],
    package_dir={"generator.theme": "templates"},
)
