"""Words that report speech, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "The two ministers said: 'Never.'": verbs that a quotation follows behind a colon or a comma.
SAYING_VERBS: tuple[str, ...] = listed(
    """
    added adds announced answered answers argued asked asks called cried declared exclaimed explained
    insisted noted read reads repeated replied replies responded said saying says screamed shouted shouting
    stated tells thought told tweeted warned went whispered wondered wrote yelled yelling
    """
)

# "The bridge is safe, he added": what somebody says on from what he has just said.
GOING_ON: tuple[str, ...] = ("added", "adding", "adds", "concluded", "continued", "continuing", "went")

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
REPORTING_FRAMES: tuple[str, ...] = listed(
    """
    added also announced asked called claimed confirmed could declared did do does had has have he
    her him his i is it its may might my our said say saying says she should that the their them
    they told was we were will with would you your
    """
)

# "Eight people" is "8 people": the numbers that are written as words, and their figures.
NUMBER_WORDS: dict[str, str] = {
    "zero": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
}
