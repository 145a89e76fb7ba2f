"""Words that carry grammar rather than news.

Comes in:   nothing; this is data.
Goes out:   sorted tuples of lower-case words, read by whoever asks which words of a sentence tell something.
"""

from __future__ import annotations

# "The ferry was on its way to the harbour": only ferry, way and harbour tell something.
FUNCTION_WORDS: tuple[str, ...] = tuple(
    sorted(
        """a about after again all also am among an and another any are as at be because been before being
        both but by can could did do does doing done down during each either else for from further get gets
        got had has have having he her here hers him himself his how however i if in into is it its itself
        just let like may me might more most mr mrs ms much must my myself neither no nor not now of off on
        once one only or other our ours out over own per quite rather same shall she should since so some
        such than that the their theirs them themselves then there these they this those though through thus
        to too toward towards under until up upon us very via was we were what when where whether which while
        who whom whose why will with within without would yet you your yours""".split()
    )
)

# "Officials said on Monday that": the frame of a report, found in every article of every story.
REPORTING_WORDS: tuple[str, ...] = tuple(
    sorted("according add added report reported reports said say saying says tell told".split())
)
