"""A folder of vectors (NAME.npy) and texts (NAME.json) in, BERTopic's topics of each out: NAME.topics.json beside them.

    python peer_topics.py FOLDER [SETTING ...]

Runs in an environment of its own and knows nothing of the product. "BERTopic" has all defaults; "friendly" has topics
as small as fit a class set, and pieces in no topic go to the nearest. UMAP's start is fixed in both: runs repeat.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np

DEFAULTS, FRIENDLY = "BERTopic", "friendly"


def find_topics(setting: str, texts: list[str], rows: np.ndarray) -> list[int]:
    """Return a topic for each text, -1 where it is in none."""
    from bertopic import BERTopic
    from umap import UMAP

    is_friendly, pieces = setting == FRIENDLY, len(texts)
    neighbours = max(2, min(15, pieces // 5)) if is_friendly else 15
    smallest = min(10, max(3, pieces // 15)) if is_friendly else 10
    reducer = UMAP(n_neighbors=neighbours, n_components=5, min_dist=0.0, metric="cosine", random_state=0)
    # Texts that come without a word of two letters have no terms: the topic's number alone is asked for.
    said = [text if any(len(word) > 1 for word in text.split()) else "nothing" for text in texts]
    model = BERTopic(umap_model=reducer, min_topic_size=smallest)
    topics, _ = model.fit_transform(said, rows)
    if is_friendly and -1 in topics and max(topics) >= 0:
        topics = model.reduce_outliers(said, topics, strategy="embeddings", embeddings=rows)
    return [int(topic) for topic in topics]


def main(folder: Path, settings: list[str]) -> None:
    """Write the topics of every job that has none yet."""
    warnings.filterwarnings("ignore")
    for path in sorted(folder.glob("*.npy")):
        out = path.with_suffix(".topics.json")
        if out.is_file():
            continue
        texts, rows = json.loads(path.with_suffix(".json").read_text()), np.load(path)
        told: dict = {"cpu_s": {}, "peak_mb": {}}
        for setting in settings:
            started = time.process_time()
            told[setting] = _try_topics(setting, texts, rows)
            told["cpu_s"][setting] = time.process_time() - started
            told["peak_mb"][setting] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        out.write_text(json.dumps(told))


def _try_topics(setting: str, texts: list[str], rows: np.ndarray) -> list[int]:
    try:
        return find_topics(setting, texts, rows)
    except (ValueError, TypeError) as error:  # too few texts for its own libraries: it finds no topic
        print(f"BERTopic on {len(texts)} texts: {error}", file=sys.stderr)
        return [-1] * len(texts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or [DEFAULTS, FRIENDLY])
