"""A stream of bytes and a passphrase come in; one file that only the passphrase opens goes out, and back.

The file is an ordinary tar of three parts, so that it opens without Patternwork too: a note, `key.age` (a key made for
this file alone, locked by the passphrase) and `home.tar.age` (all else, locked by that key), both in the age format
(age-encryption.org/v1: scrypt, X25519, and ChaCha20-Poly1305 in chunks of 64 KiB, each authenticated). Only a chunk is
held at a time, whatever the size of the home; stretching the passphrase takes a gigabyte of memory for a few seconds.
"""

from __future__ import annotations

import errno
import tarfile
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from pipeline.errors import DiskFull, HomeError, HomeTooNew, InputError
from pipeline.store.piped import Stream, run_piped

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

FORMAT = 1
_NOTE, _KEY, _CONTENT = "README.txt", "key.age", "home.tar.age"
_BEGINNING = "Patternwork backup, format "
_HOW = """
`patternwork restore FILE` puts it back. Without Patternwork, with the tool age (age-encryption.org):
tar xf FILE; age -d -o key.txt key.age; age -d -i key.txt home.tar.age | tar x
"""
_BLOCK = tarfile.BLOCKSIZE
_MOST_KEY_BYTES = 10_000
_NOT_OPENED = "Decryption failed"  # age's words; damage is said in others


def seal(out: IO[bytes], passphrase: str, produce: Stream) -> None:
    """Write what `produce` writes into its stream, locked, to `out`, a file that can be sought in.

    Raises DiskFull, HomeError and whatever `produce` raises; `out` is then worth nothing.
    """
    from pyrage import passphrase as locks
    from pyrage import x25519

    identity = x25519.Identity.generate()
    _write_part(out, _NOTE, f"{_BEGINNING}{FORMAT}\n{_HOW}".encode())
    _write_part(out, _KEY, locks.encrypt(str(identity).encode(), passphrase))
    at = out.tell()
    out.write(bytes(_BLOCK))  # the last part's header, written when its size is known
    run_piped(produce, lambda plain: _encrypt(plain, out, identity))
    size = out.tell() - at - _BLOCK
    out.write(bytes(-size % _BLOCK + 2 * _BLOCK))
    out.seek(at)
    out.write(_make_header(_CONTENT, size))


def unseal(sealed: IO[bytes], passphrase: str, consume: Stream) -> None:
    """Give `consume` a stream of what was sealed; nothing of it is sure until this returns, for damage may show last.

    Raises InputError for a wrong passphrase, a damaged file or one that is no backup, HomeTooNew for a newer format.
    """
    from pyrage import DecryptError, x25519
    from pyrage import passphrase as locks

    parts = _list_parts(sealed)
    sealed.seek(parts[_KEY].offset_data)
    try:
        key = locks.decrypt(sealed.read(min(parts[_KEY].size, _MOST_KEY_BYTES)), passphrase)
    except DecryptError as error:
        if str(error) == _NOT_OPENED:
            raise InputError(
                "The passphrase does not open this backup.", "Try it again. Nothing was changed."
            ) from error
        raise name_damage() from error
    sealed.seek(parts[_CONTENT].offset_data)
    part = _Part(sealed, parts[_CONTENT].size)
    run_piped(lambda out: _decrypt(part, out, x25519.Identity.from_str(key.decode())), consume)


def name_damage() -> InputError:
    """Return the error for a backup that is not whole."""
    return InputError("The backup is damaged, or was not copied whole.", "Copy it again, or use an older one.")


def _encrypt(plain: IO[bytes], out: IO[bytes], identity: Identity) -> None:
    from pyrage import EncryptError, encrypt_io

    try:
        encrypt_io(plain, out, [identity.to_public()])
    except EncryptError as error:  # age quotes the system's error, and keeps it to itself
        kind = DiskFull if f"Errno {errno.ENOSPC}]" in str(error) else HomeError
        raise kind("The backup can't be written.", "Choose another place for it, with more room.") from error


def _decrypt(part: _Part, out: IO[bytes], identity: Identity) -> None:
    from pyrage import DecryptError, decrypt_io

    try:
        decrypt_io(part, out, [identity])
    except BrokenPipeError:
        raise
    except (DecryptError, OSError) as error:
        raise name_damage() from error


class _Part:
    """A part of a file, read as if it were a file of its own."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._left = file, size

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes of the part, at most `size` where it is given."""
        chunk = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(chunk)
        return chunk


def _list_parts(sealed: IO[bytes]) -> dict[str, tarfile.TarInfo]:
    """Return the three parts by name; raises InputError where this is no backup or not all of one, HomeTooNew."""
    parts: dict[str, tarfile.TarInfo] = {}
    with suppress(tarfile.TarError), tarfile.open(fileobj=sealed, mode="r:") as outer:
        parts.update((part.name, part) for part in outer)  # as many as there are: half a file has some
    if _NOTE not in parts:
        raise InputError("This is no backup made by Patternwork.", "Choose the file that `backup` wrote.")
    _check_format(sealed, parts[_NOTE])
    end = sealed.seek(0, 2)
    if not {_KEY, _CONTENT} <= parts.keys() or any(part.offset_data + part.size > end for part in parts.values()):
        raise name_damage()
    return parts


def _check_format(sealed: IO[bytes], note: tarfile.TarInfo) -> None:
    sealed.seek(note.offset_data)
    first = sealed.read(len(_BEGINNING) + 8).decode("utf-8", "replace").split("\n")[0]
    number = first.removeprefix(_BEGINNING)
    if not first.startswith(_BEGINNING) or not number.isdecimal():
        raise InputError("This is no backup made by Patternwork.", "Choose the file that `backup` wrote.")
    if int(number) > FORMAT:
        raise HomeTooNew("This backup was written by a newer Patternwork.", "Update Patternwork, then restore it.")


def _write_part(out: IO[bytes], name: str, content: bytes) -> None:
    out.write(_make_header(name, len(content)) + content + bytes(-len(content) % _BLOCK))


def _make_header(name: str, size: int) -> bytes:
    part = tarfile.TarInfo(name)
    part.size, part.mode = size, 0o600
    return part.tobuf(tarfile.GNU_FORMAT)  # one block for any size
