from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import SITES, golden_files


@pytest.mark.parametrize("site", sorted(path.name for path in SITES.iterdir()))
def test_a_golden_site_comes_out_byte_for_byte(site: str) -> None:
    expected = SITES / site / "expected"
    files = golden_files(SITES / site)

    assert sorted(files) == sorted(path.relative_to(expected).as_posix() for path in _files(expected))
    changed = [path for path, content in files.items() if (expected / path).read_bytes() != content]
    assert not changed, f"look at them, and if all is right: make golden ({', '.join(changed)})"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
