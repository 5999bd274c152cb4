"""A folder in, a shelf for vectors out: what was embedded in one run is not embedded again in the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = dict[str, NDArray[np.float32]]


class FolderShelf:
    """Keeps vectors in memory and, where there is a folder, in it: one file for each time that rows are saved."""

    def __init__(self, folder: Path | None) -> None:
        self._folder, self._rows = folder, dict[tuple[str, str], NDArray[np.float32]]()
        for path in sorted(folder.glob("*.npz")) if folder else []:
            with np.load(path) as kept:
                fingerprint = str(kept["fingerprint"])
                self._rows |= {(fingerprint, key): row for key, row in zip(kept["keys"], kept["rows"], strict=True)}

    def load(self, fingerprint: str, keys: Sequence[str]) -> Rows:
        """Return the rows there are."""
        return {key: self._rows[fingerprint, key] for key in keys if (fingerprint, key) in self._rows}

    def save(self, fingerprint: str, rows: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep these rows."""
        self._rows |= {(fingerprint, key): row for key, row in rows.items()}
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{min(rows)[:16]}-{len(rows)}.npz"
            np.savez(path, fingerprint=fingerprint, keys=np.array([*rows]), rows=np.stack([*rows.values()]))
