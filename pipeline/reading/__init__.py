"""Opened pages in, readings out: every engine behind one protocol, the models checked."""

from pipeline.reading.engines import ENGINES, load_engine, read_page
from pipeline.reading.models import ModelCheck, verify_models
from pipeline.reading.protocol import Engine
from pipeline.reading.turned import read_upright

__all__ = ["ENGINES", "Engine", "ModelCheck", "load_engine", "read_page", "read_upright", "verify_models"]
