"""Every way a command can fail: a message, a hint that says what to do now, and a stable exit code.

PatternworkError            1   something we did not foresee
├── InputError              2   what was asked for can't be done as asked
│   ├── NothingToRead       3   the folder holds no student work
│   ├── UnknownCollection   4   no class set of that name
│   └── BadTable            5   a CSV without the columns that are needed
├── HomeError               6   the home can't be used
│   ├── HomeLocked          7   its database is held by someone else
│   ├── DiskFull            8   there is no room left
│   └── HomeTooNew          9   it was written by a newer Patternwork
├── AlreadyReading         10   another reader works on this class set
├── ModelMissing           11   a model's file is not where it should be, or is not what it should be
└── EngineMissing          12   the chosen reading engine isn't installed
"""

from __future__ import annotations

from typing import ClassVar


class PatternworkError(Exception):
    """Base of all errors we raise on purpose. `message` says what happened, `hint` what to do now."""

    exit_code: ClassVar[int] = 1
    default_hint: ClassVar[str] = "Run `patternwork doctor` and look at what it says."

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or self.default_hint


class InputError(PatternworkError):
    """What was asked for can't be done as asked."""

    exit_code = 2
    default_hint = "Check what you typed; `patternwork --help` lists what there is."


class NothingToRead(InputError):
    """The folder holds no student work."""

    exit_code = 3
    default_hint = "Choose a folder with photos, scans, PDFs or typed files in it."


class UnknownCollection(InputError):
    """No class set of that name."""

    exit_code = 4
    default_hint = "`patternwork list` shows the class sets there are."


class BadTable(InputError):
    """A CSV without the columns that are needed."""

    exit_code = 5
    default_hint = "The file needs the columns id and text, one row a piece, saved as UTF-8."


class HomeError(PatternworkError):
    """The home can't be used."""

    exit_code = 6
    default_hint = "Choose another place with --home, one on this computer's own disk."


class HomeLocked(HomeError):
    """Its database is held by someone else."""

    exit_code = 7
    default_hint = "Another Patternwork is writing. Wait a moment and try again; nothing is lost."


class DiskFull(HomeError):
    """There is no room left."""

    exit_code = 8
    default_hint = "Free some space, then run the same command again: it goes on where it stopped."


class HomeTooNew(HomeError):
    """It was written by a newer Patternwork."""

    exit_code = 9
    default_hint = "Update Patternwork, or choose another place with --home."


class AlreadyReading(PatternworkError):
    """Another reader works on this class set."""

    exit_code = 10
    default_hint = "Watch it in the app, or stop it there first."


class ModelMissing(PatternworkError):
    """A model's file is not where it should be, or is not what it should be."""

    exit_code = 11
    default_hint = "Install Patternwork again: `make clean demo` in its folder, or pip's --force-reinstall."


class EngineMissing(PatternworkError):
    """The chosen reading engine isn't installed."""

    exit_code = 12
    default_hint = "Choose another engine in the settings, or install this one; `patternwork doctor` helps."
