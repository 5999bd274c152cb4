"""A collection's findings come in with the hash of what they follow from, and go out again."""

from __future__ import annotations

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from pipeline.records.patterns import Findings
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import FINDINGS

_FINDINGS = TypeAdapter(Findings)


def save_findings(home: Home, collection_id: str, findings: Findings, inputs_sha256: str) -> None:
    """Keep a collection's findings in place of the earlier ones."""
    kept = {"inputs_sha256": inputs_sha256, "findings": _FINDINGS.dump_json(findings).decode()}
    statement = insert(FINDINGS).values(collection=collection_id, **kept)
    with writing(home.engine) as connection:
        connection.execute(statement.on_conflict_do_update(index_elements=["collection"], set_=kept))


def load_findings(home: Home, collection_id: str) -> tuple[Findings, str] | None:
    """Return the findings and the hash of their inputs, or None where nothing was found in yet."""
    with reading(home.engine) as connection:
        row = connection.execute(select(FINDINGS).where(FINDINGS.c.collection == collection_id)).first()
    return (_FINDINGS.validate_json(row.findings), row.inputs_sha256) if row else None
