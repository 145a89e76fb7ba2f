"""The plain baseline of speed: a spaCy pipeline of the size of en_core_web_sm, its weights untrained.

Comes in:   a file of `{"id", "text"}` lines.
Goes out:   one line an article: how many sentences and entities. What they are means nothing; what they cost
            is what a trained pipeline of this size costs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

# The sizes of en_core_web_sm 3.x: 50 tags, 45 dependency labels, 18 entity types, width 96, depth 4.
TAGS, DEPENDENCIES, ENTITIES = 50, 45, 18
TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def pipeline() -> Language:
    """tok2vec shared by tagger and parser, a tok2vec of its own for entities, as in en_core_web_sm."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    tagger = nlp.add_pipe(
        "tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}}
    )
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", LISTENER)})
    entities = nlp.add_pipe("ner", config={"model": _transitions("ner", TOK2VEC)})
    for number in range(TAGS):
        tagger.add_label(f"T{number}")  # type: ignore[attr-defined]
    for number in range(DEPENDENCIES):
        parser.add_label(f"d{number}")  # type: ignore[attr-defined]
    for number in range(ENTITIES):
        entities.add_label(f"E{number}")  # type: ignore[attr-defined]
    nlp.initialize(lambda: [_example(nlp)])
    return nlp


def _transitions(state: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _example(nlp: Language) -> Example:
    words = ["Gulls", "cry", "."]
    marks = {"words": words, "tags": ["T0", "T1", "T2"], "heads": [1, 1, 1], "deps": ["d0", "ROOT", "d1"]}
    return Example.from_dict(nlp.make_doc("Gulls cry."), marks | {"entities": ["U-E0", "O", "O"]})


if __name__ == "__main__":
    nlp = pipeline()
    rows = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    for doc in nlp.pipe(json.loads(row)["text"] for row in rows):
        print(sum(1 for _ in doc.sents), len(doc.ents))
