"""Words that report speech, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

# "The mayor told The Evening Post", "in an interview with Radio Sorland": what leads to the outlet that somebody
# spoke to.
SPEAKING_TO: tuple[str, ...] = (
    "addressed",
    "informed",
    "interview by",
    "interview for",
    "interview on",
    "interview to",
    "interview with",
    "interviewed by",
    "quoted by",
    "spoke to",
    "speaking on",
    "speaking to",
    "speaking with",
    "tell",
    "telling",
    "tells",
    "told",
)

# "..., Reuters reported", "according to the agency", "as quoted by": what an outlet does that passes words on.
PASSING_ON: tuple[str, ...] = tuple(
    sorted(
        """according carried cited citing quoted quoting relayed report reported reporting reports
        writes wrote""".split()
    )
)

# "said on Twitter", "posted on Facebook": places where people publish themselves.
PLATFORMS: tuple[str, ...] = (
    "Facebook",
    "Instagram",
    "LinkedIn",
    "Mastodon",
    "Reddit",
    "Telegram",
    "Telegraph",
    "TikTok",
    "Truth Social",
    "Twitter",
    "WeChat",
    "Weibo",
    "WhatsApp",
    "YouTube",
)

# Words that two reports of one utterance need not share: "said it would" and "says it will".
REPORTING_FRAMES: tuple[str, ...] = tuple(
    sorted(
        """added also announced asked called claimed confirmed could declared did do does had has have he her
        him his i is it its may might my our said say saying says she should that the their them they told
        was we were will with would you your""".split()
    )
)

# "Eight people" is "8 people": the numbers from nought that are written as words.
NUMBER_WORDS: tuple[str, ...] = tuple(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty""".split()
)
