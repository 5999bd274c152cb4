"""A collection in the home in; what its pieces can be sorted, split and learnt by, out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.find.split import Ground, lay_ground
from pipeline.learn import Outlook, look_at_texts
from pipeline.records.reading import Transcript
from pipeline.settings import load_settings
from pipeline.store.collections import find_collection
from pipeline.store.home import Home
from pipeline.walk.collect import HomeShelf
from pipeline.walk.find import assemble_set, embed_once


def load_ground(home: Home, collection_id: str, transcripts: Sequence[Transcript], task: str) -> Ground:
    """Return the ground of a collection's transcripts; vectors the home has are not made again."""
    settings = load_settings(home.path).finding
    return lay_ground(assemble_set(transcripts, task, settings, HomeShelf(home, collection_id)), settings)


def embed_sentence(home: Home, collection_id: str, text: str) -> NDArray[np.float32]:
    """Return the vector of a typed sentence, float32, shape (dimensions,); raises ModelMissing."""
    settings = load_settings(home.path).finding
    return np.asarray(embed_once([text], settings.embedder, HomeShelf(home, collection_id))[1][0], dtype=np.float32)


def load_outlook(home: Home, collection_id: str, ground: Ground) -> Outlook:
    """Return how alike the labels of a ground's pieces are likely to be, in the order of its pieces."""
    settings = load_settings(home.path).finding
    shelf = HomeShelf(home, collection_id)

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        return embed_once(texts, settings.embedder, shelf)[1]

    texts = [transcript.text for transcript in ground.class_set.transcripts]
    model = find_collection(home, collection_id).model_answer
    return look_at_texts(texts, ground.class_set.task, (model,) if model else (), embed)
