"""Gather all files of a site: none may lie where another one is, or where its folder is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.errors import Fault
from generator.executors import Executor, at_hand
from generator.files import odd_name
from generator.pages.feeds.hosting import FOR_HOSTS
from generator.pages.model import File


def gather(
    made: Sequence[File], static: Sequence[File], folder: str, executor: Executor
) -> tuple[Mapping[str, File], tuple[Fault, ...]]:
    """Give all files by path; two at one path, one where another's folder is, or an odd name is a fault.

    `static` are the editor's own, from `folder`. What hosts are told is the editor's where there is such a file.
    """
    files = {file.path: file for file in (*made, *static)}
    if len(files) < len(made) + len(static) and (own := {file.path for file in static} & FOR_HOSTS):
        return gather([file for file in made if file.path not in own], static, folder, executor)
    (fit,) = executor.map(fit_together, [tuple(files)])
    if fit and len(files) == len(made) + len(static):
        return files, ()
    return _gather_one_by_one(made, static, folder)


@at_hand
def fit_together(paths: tuple[str, ...]) -> bool:
    """Tell whether no file stands where another one's folder is, and none has an odd name."""
    return _folders_of(paths).isdisjoint(paths) and not odd_name("".join(paths))


def _folders_of(paths: Iterable[str]) -> set[str]:
    folders: set[str] = set()
    above = {path.rpartition("/")[0] for path in paths}
    while above:
        folders |= above
        above = {folder.rpartition("/")[0] for folder in above} - folders
    return folders


def _gather_one_by_one(
    made: Sequence[File], static: Sequence[File], folder: str
) -> tuple[Mapping[str, File], tuple[Fault, ...]]:
    files: dict[str, File] = {}
    faults: list[Fault] = []
    folders = {""}
    for file, place in [*((file, "") for file in made), *((file, f"{folder}/") for file in static)]:
        above = _folders_of([file.path])
        if file.path in files or file.path in folders or not above.isdisjoint(files):
            mend = "give the file another name" if place else "give one of the two another name"
            faults.append(Fault(f"{place}{file.path}", 0, f"'{file.path}' is made by the build ({mend})"))
        elif odd_name(file.path):
            faults.append(Fault(f"{place}{ascii(file.path)[1:-1]}", 0, odd_name(file.path)))
        else:
            files[file.path] = file
            folders |= above
    return files, tuple(faults)
