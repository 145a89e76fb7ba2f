"""Articles become readings.

Comes in:   an `Article`.
Goes out:   a `Reading`: sentences, entities, dates, quantities, attributions, sentence vectors.
"""

from tellings.read.door import read

__all__ = ["read"]
