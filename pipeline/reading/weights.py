"""PP-OCRv6-small's weights: the name of a file in rapidocr's wheel comes in, its path or an open session goes out.

Nothing here can reach the network: a file that is not there is ModelMissing, never a download.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.errors import ModelMissing

PACKAGE = "rapidocr"
DETECTION_FILE = "PP-OCRv6_det_small.onnx"
RECOGNITION_FILE = "PP-OCRv6_rec_small.onnx"


def find_weights(file_name: str) -> Path:
    """Return the path of a model file in rapidocr's wheel. Raises ModelMissing where there is none."""
    spec = find_spec(PACKAGE)
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else None
    if folder is None or not (folder / file_name).is_file():
        raise ModelMissing(f"The reading model {file_name} is missing from the installation.")
    return folder / file_name


def open_session(path: Path, *, keeps_memory: bool = False) -> Any:
    """Return an onnxruntime session on one thread; its memory is kept between runs or given back after each.

    Kept, a model whose inputs are all of one size saves a fifth of its time (models/README.md). Raises ModelMissing
    where the file is no model (cut short, or of another kind).
    """
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as errors

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = keeps_memory
    options.enable_mem_pattern = not keeps_memory  # as fast, and less is kept
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (errors.InvalidProtobuf, errors.InvalidArgument, errors.InvalidGraph, errors.Fail) as error:
        raise ModelMissing(f"The reading model {path.name} is damaged.") from error
