"""MiniLM's weights come in; its network in whole numbers, models/all_minilm_l6_v2_int8.onnx, goes out.

    python -m tests.bench.minilm OUT.onnx

Needs the package onnx (1.23.2 made the file that ships), which Patternwork itself does not. The same weights and the
same onnx give the same file, byte for byte. How numbers are rounded, and why so, is said in models/all_minilm_l6_v2.md.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.embed.minilm import MOST_TOKENS
from pipeline.embed.weights import find_minilm

Weights = Mapping[str, NDArray[np.float32]]

LAYERS, HEADS, EPSILON = 6, 12, 1e-12
MOST_WEIGHT = 63
"""Seven bits: two products of an 8-bit number and such a weight fit into the 16 bits that older processors add in."""

MOST_ACTIVATION, MIDDLE = 127, 128
LOWEST_GELU = 0.17
"""GELU never gives less than -0.17: moved up by that it needs no sign, and has all 255 steps for what is above."""

RUNTIME_DOMAIN = "com.microsoft"


@dataclass
class Graph:
    """A network under construction: its operators and constants, in onnx's own types."""

    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)

    def keep(self, name: str, values: NDArray[Any]) -> str:
        """Add a constant and return its name."""
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def apply(self, operator: str, inputs: list[str], domain: str = "", outputs: int = 1, **settings: Any) -> list[str]:
        """Add an operator and return the names of what it gives."""
        from onnx import helper

        names = [f"{operator}_{len(self.nodes)}_{at}" for at in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, names[0], domain=domain, **settings))
        return names

    def calculate(self, operator: str, inputs: list[str], domain: str = "", **settings: Any) -> str:
        """Add an operator that gives one array, and return its name."""
        return self.apply(operator, inputs, domain, **settings)[0]


def quantise(columns: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return `columns` (k, n) as whole numbers of seven bits with a sign, and the step of each column, shape (n,)."""
    steps = (np.abs(columns).max(axis=0) / MOST_WEIGHT).astype(np.float32)
    return np.clip(np.rint(columns / steps), -MOST_WEIGHT, MOST_WEIGHT).astype(np.int8), steps


def add_dense(graph: Graph, rows: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
    """Add `rows` times `weight` (outputs, inputs) plus `bias` in whole numbers; each row has a step of its own."""
    numbers, steps = quantise(weight.T)
    most = graph.calculate(
        "ReduceMax", [graph.calculate("Abs", [rows]), graph.keep(f"{name}.axis", np.array([-1]))], keepdims=1
    )
    scaled = graph.calculate("Div", [rows, most])
    step = np.array(1 / MOST_ACTIVATION, np.float32)
    return add_product(graph, name, (scaled, most), (numbers, steps), (step, MIDDLE, bias))


def add_dense_after_gelu(
    graph: Graph, rows: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]
) -> str:
    """Add the same for rows that are nowhere below -LOWEST_GELU."""
    numbers, steps = quantise(weight.T)
    moved = graph.calculate("Add", [rows, graph.keep(f"{name}.lowest", np.array(LOWEST_GELU, np.float32))])
    most = graph.calculate("ReduceMax", [moved, graph.keep(f"{name}.axis", np.array([-1]))], keepdims=1)
    scaled = graph.calculate("Div", [moved, most])
    back = (bias - np.float32(LOWEST_GELU) * (numbers.astype(np.float32) * steps).sum(axis=0)).astype(np.float32)
    return add_product(graph, name, (scaled, most), (numbers, steps), (np.array(1 / 255, np.float32), 0, back))


def add_product(
    graph: Graph,
    name: str,
    rows: tuple[str, str],
    weight: tuple[NDArray[np.int8], NDArray[np.float32]],
    rounding: tuple[NDArray[np.float32], int, NDArray[np.float32]],
) -> str:
    """Add the product itself: `rows` (scaled, most), `weight` (numbers, steps), `rounding` (step, zero, bias)."""
    (scaled, most), (numbers, steps), (step, zero, bias) = rows, weight, rounding
    step_name, zero_name = graph.keep(f"{name}.step", step), graph.keep(f"{name}.zero", np.array(zero, np.uint8))
    whole = graph.calculate("QuantizeLinear", [scaled, step_name, zero_name])
    weights = (graph.keep(f"{name}.weight", numbers), graph.keep(f"{name}.weight_step", steps))
    inputs = [whole, weights[0], step_name, weights[1], zero_name]
    product = graph.calculate("MatMulIntegerToFloat", inputs, RUNTIME_DOMAIN)
    return graph.calculate("Add", [graph.calculate("Mul", [product, most]), graph.keep(f"{name}.bias", bias)])


def add_embeddings(graph: Graph, weights: Weights) -> str:
    """Add words and places of `ids` (texts, tokens), normalised; words' rows are whole numbers, too."""
    part = "embeddings."
    numbers, steps = quantise(weights[f"{part}word_embeddings.weight"].T)
    rows = graph.calculate("Gather", [graph.keep("words", numbers.T), "ids"])
    scales = graph.calculate("Gather", [graph.keep("words.step", steps[:, None]), "ids"])
    words = graph.calculate("Mul", [graph.calculate("Cast", [rows], to=1), scales])
    kind = weights[f"{part}token_type_embeddings.weight"][0]
    places = graph.keep("places", weights[f"{part}position_embeddings.weight"][:MOST_TOKENS] + kind)
    count = graph.calculate("Shape", ["ids"], start=1, end=2)
    first = graph.keep("first", np.array([0]))
    summed = graph.calculate("Add", [words, graph.calculate("Slice", [places, first, count, first])])
    norm = [graph.keep(f"norm.{end}", weights[f"{part}LayerNorm.{end}"]) for end in ("weight", "bias")]
    return graph.calculate("LayerNormalization", [summed, *norm], axis=-1, epsilon=EPSILON)


def add_layer(graph: Graph, rows: str, at: int, weights: Weights) -> str:
    """Add one of the six layers: attention, then the two dense steps, each added to what came in and normalised."""
    part = f"encoder.layer.{at}."

    def take(name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        return weights[f"{part}{name}.weight"], weights[f"{part}{name}.bias"]

    def join(new: str, old: str, name: str) -> str:
        norm = [graph.keep(f"{part}{name}.{end}", values) for end, values in zip("wb", take(name), strict=True)]
        return graph.calculate("SkipLayerNormalization", [new, old, *norm], RUNTIME_DOMAIN, epsilon=EPSILON)

    looks = [take(f"attention.self.{name}") for name in ("query", "key", "value")]
    weight, bias = (np.concatenate([look[which] for look in looks]) for which in (0, 1))
    asked = add_dense(graph, rows, f"{part}ask", weight, bias)
    split = graph.apply("Split", [asked], outputs=3, axis=2, num_outputs=3)
    seen = graph.calculate("MultiHeadAttention", split, RUNTIME_DOMAIN, num_heads=HEADS)
    seen = add_dense(graph, seen, f"{part}see", *take("attention.output.dense"))
    rows = join(seen, rows, "attention.output.LayerNorm")
    wide = add_dense(graph, rows, f"{part}widen", *take("intermediate.dense"))
    wide = graph.calculate("Gelu", [wide], RUNTIME_DOMAIN)
    narrow = add_dense_after_gelu(graph, wide, f"{part}narrow", *take("output.dense"))
    return join(narrow, rows, "output.LayerNorm")


def make_network(weights: Weights) -> bytes:
    """Return the network as an ONNX file: `ids` int64 (texts, tokens) in, rows float32 (texts, tokens, 384) out."""
    from onnx import TensorProto, helper

    graph = Graph()
    rows = add_embeddings(graph, weights)
    for at in range(LAYERS):
        rows = add_layer(graph, rows, at, weights)
    graph.nodes.append(helper.make_node("Identity", [rows], ["rows"]))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])
    out = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["texts", "tokens", 384])
    made = helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", [ids], [out], graph.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(RUNTIME_DOMAIN, 1)]
    return bytes(helper.make_model(made, opset_imports=opsets, ir_version=9).SerializeToString(deterministic=True))


def main() -> None:
    """Write the file that the command line names."""
    from safetensors.numpy import load_file

    (out,) = sys.argv[1:]
    Path(out).write_bytes(make_network(load_file(find_minilm()[0] / "model.safetensors")))


if __name__ == "__main__":
    main()
