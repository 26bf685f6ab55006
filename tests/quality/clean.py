"""Clean a folder of raw pages by themselves, so that cleaning can be measured: NAME.txt or NAME.html -> NAME.md."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from generator.articles.manuscript import write_manuscript
from generator.articles.raw import READERS
from generator.articles.receipts import Refused


def clean_folder(indir: Path, outdir: Path) -> dict[str, str]:
    """Write an article for each page that holds one; give the reasons for the others by name."""
    outdir.mkdir(parents=True, exist_ok=True)
    refused: dict[str, str] = {}
    for page in sorted(path for path in indir.iterdir() if path.suffix in READERS):
        data = page.read_bytes()
        try:
            cleaned = READERS[page.suffix](data)
        except Refused as refusal:
            refused[page.name] = str(refusal)
            continue
        fields = {"title": "", **{fact.field: fact.value for fact in cleaned.found}}
        manuscript = write_manuscript(fields, cleaned.paragraphs, page=page.name, sha256=sha256(data).hexdigest())
        (outdir / f"{page.stem}.md").write_bytes(manuscript)
    return refused
