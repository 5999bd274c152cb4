"""Whatever happened inside a command comes in; what to do now, on stderr, and a stable exit code go out."""

from __future__ import annotations

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import PatternworkError

STOPPED = 130
UNFORESEEN = 1
LOG = "logs/errors.log"


def run() -> None:
    """Run `patternwork` with this process's arguments and leave with its exit code."""
    sys.exit(run_command())


def run_command() -> int:
    """Run the command in sys.argv; every way it can end becomes an exit code here."""
    from pipeline.cli.verbs import app

    try:
        app(prog_name="patternwork")
    except SystemExit as leaving:
        return _close(leaving.code)
    except KeyboardInterrupt:
        return _close(STOPPED)
    except PatternworkError as error:
        return _say(error.message, error.hint, error.exit_code)
    except BrokenPipeError:
        _drop_stdout()
        return 0
    except Exception as error:  # noqa: BLE001 the boundary: whatever else happens becomes a sentence and a log entry
        kept = _log_error(error)
        hint = f"What happened is in {kept}, without any student's words." if kept else PatternworkError.default_hint
        return _say("Something unexpected happened; what was finished before it is kept.", hint, UNFORESEEN)
    return 0


def _close(code: str | int | None) -> int:
    if code == STOPPED:
        return _say("Stopped.", "Nothing is lost: the same command goes on where it stopped.", STOPPED)
    return code if isinstance(code, int) else 0


def _say(message: str, hint: str, code: int) -> int:
    sys.stderr.write(f"{message}\n{hint}\n")
    return code


def _drop_stdout() -> None:
    """Whoever read our output has gone; keep Python from complaining about it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _log_error(error: BaseException) -> Path | None:
    """Write where it happened into the home: kinds of errors and lines of code; a message may quote a student."""
    from pipeline.cli.options import get_home

    log = get_home() / LOG
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    kinds = " <- ".join(_name_kinds(error))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as lines:
            lines.write("\n".join([f"{datetime.now(UTC).isoformat(timespec='seconds')} {kinds}", *places, ""]))
    except OSError:
        return None
    return log


def _name_kinds(error: BaseException) -> list[str]:
    """Return the error's kind and those of its causes, outermost first."""
    kinds: list[str] = []
    link: BaseException | None = error
    while link is not None and len(kinds) < 10:  # noqa: PLR2004 a chain may be a ring
        kinds.append(type(link).__qualname__)
        link = link.__cause__ or link.__context__
    return kinds
