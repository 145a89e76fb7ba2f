"""Words of the calendar, and words that tell whether a sentence looks back or ahead, as data.

Comes in:   nothing.
Goes out:   tables of month, weekday and holiday names, and sorted tuples of lower-case words.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "Oct. 4", "4 October 2031": full names and printed short forms, without their full stop.
MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip

# "the March of the Anglers", "Mrs. May", "April Lund": months that are as well words or names.
AMBIGUOUS_MONTHS: tuple[str, ...] = (
    "apr",
    "april",
    "aug",
    "august",
    "jan",
    "jun",
    "june",
    "mar",
    "march",
    "may",
)

# "on Tuesday": counted from Monday 0, as the standard library does.
WEEKDAYS: dict[str, int] = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3,
    "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
WEEKDAY_NAMES: tuple[str, ...] = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

# "on Christmas Eve the ferry sank": days that fall on one date each year.
HOLIDAYS: dict[str, tuple[int, int]] = {
    "april fools' day": (4, 1), "bastille day": (7, 14), "bonfire night": (11, 5), "boxing day": (12, 26),
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas morning": (12, 25),
    "fourth of july": (7, 4), "guy fawkes night": (11, 5), "halloween": (10, 31), "july fourth": (7, 4),
    "juneteenth": (6, 19), "new year's day": (1, 1), "new year's eve": (12, 31),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17), "valentine's day": (2, 14),
    "veterans day": (11, 11),
}  # fmt: skip

# "on Memorial Day": month, weekday (Monday is 0) and which of them, -1 for the last. Only names that mean
# one day wherever English news is written ("Labour Day", "Thanksgiving" and "Mother's Day" do not).
WEEKDAY_HOLIDAYS: dict[str, tuple[int, int, int]] = {
    "labor day": (9, 0, 1), "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3),
    "memorial day": (5, 0, -1), "mlk day": (1, 0, 3), "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3),
}  # fmt: skip

# "on Good Friday": how many days after the Easter Sunday of the western churches.
EASTER_HOLIDAYS: dict[str, int] = {
    "ascension day": 39, "ash wednesday": -46, "easter day": 0, "easter monday": 1, "easter sunday": 0,
    "good friday": -2, "maundy thursday": -3, "palm sunday": -7, "shrove tuesday": -47, "whit monday": 50,
    "whit sunday": 49,
}  # fmt: skip

# "Orthodox Easter Sunday", "the day before Memorial Day weekend": what makes a holiday another day.
ANOTHER_HOLIDAY_AFTER: tuple[str, ...] = ("coptic", "greek", "orthodox")
ANOTHER_HOLIDAY_BEFORE: tuple[str, ...] = ("massacre", "sale", "sales", "weekend", "weekends")

# "the 9/11 attacks", "the Sept. 11 hijackers": a day so well known that its year is left out.
DAYS_WITHOUT_A_YEAR: dict[tuple[int, int], int] = {(9, 11): 2001}
KNOWN_BY_THEIR_DAY: tuple[str, ...] = (
    "attack", "attackers", "attacks", "hijackers", "hijackings", "plot", "terror", "terrorist", "terrorists",
    "victims",
)  # fmt: skip

# "last summer": seasons that lie within one year (of the north), so that the year is certain.
SEASONS_WITHIN_A_YEAR: tuple[str, ...] = ("autumn", "fall", "spring", "summer")

# "Tuesday night", "this morning".
PARTS_OF_DAY: tuple[str, ...] = ("afternoon", "evening", "lunchtime", "midday", "morning", "night", "noon")

# "in July", "since March": what stands before a month that is meant as a month.
BEFORE_A_MONTH: tuple[str, ...] = listed(
    """
    after around before between beyond by during following for from in of since through throughout till
    to until
    """
)

# "in June", "since May": the same for a month that may be a name ("a speech by May").
SURELY_BEFORE_A_MONTH: tuple[str, ...] = ("during", "in", "since", "throughout", "until")

# "every July", "Black Friday": words before that make a day or month no date.
NOT_A_DATE_AFTER: tuple[str, ...] = listed(
    """
    another any ash big black bloody casual clean cyber each easter every giving good holy most red
    super
    """
)

# "the Sunday Herald", "Saturday Night Theatre": names that begin with a weekday.
DAY_IN_A_NAME: tuple[str, ...] = listed(
    """
    business chronicle express game herald independent mail mirror night people post school sport star
    sun telegraph times tribune world
    """
)

# "in 1998", "the 2004 election", "late 2010": what stands before a year.
BEFORE_A_YEAR: tuple[str, ...] = listed(
    """
    a after an and around as autumn back before between by circa during early fall following for from
    her his in its late later mid my november of our own since spring springtime summer summertime that the
    their this through throughout till to until winter year
    """
)

# "about 1900 people", "some 2000 homes": what makes four digits a count.
COUNTED_AS_YEARS: tuple[str, ...] = listed(
    """
    billion children civilians deaths degrees dollars euros families feet flights homes hours houses
    immigrants inches jobs kg kilograms kilometers kilometres km men meters metres migrants miles
    million minutes mph officers others passengers patients people percent police pounds protesters
    refugees residents seats soldiers sq square students tonnes tons troops villagers votes women
    workers yards years
    """
)

# "It will open on Friday": what turns a day towards the future. "It was to open" counts by its "to".
LOOKING_AHEAD: tuple[str, ...] = listed(
    """
    'll aiming anticipated awaits begins bidding campaigning coming due expected expects faces forecast
    forthcoming going hopes hoping impending intends next planned planning plans ready running
    scheduled seeking set shall should slated starting starts tentatively till until upcoming vying
    will won't would
    """
)

# "He went on Friday": verbs of the past that do not end in -ed.
LOOKING_BACK: tuple[str, ...] = listed(
    """
    ate beat became been began bled blew bought broke brought built burst came caught chose crept cut
    dealt did drew drove fell felt fled flew forced fought found froze gave got grew had has have heard
    held hid hung kept knew laid lay led left lit lost made meant met outdid overcame paid quit ran rang
    read rose said sank sat saw sent shook shot shrank slept slid sold sought spent split spoke sprang
    spread stole stood struck stuck swam swore taken taught thought threw told took tore understood
    underwent was went were withdrew woke won wore wrote
    """
)

# "Published on", "Last updated at": words that may stand on one line with the day of publication.
PUBLICATION_LABELS: tuple[str, ...] = listed(
    """
    am at bst by cet date edt est et first gmt hrs last local modified on pm posted pst publication
    published time updated utc
    """
)

# "The quay has been closed for eight months": what lasts, so that it began eight months ago.
LASTING_STATES: tuple[str, ...] = (
    "abandoned", "absent", "alive", "away", "blocked", "broken", "closed", "dead", "derelict", "dormant",
    "dry", "empty", "friends", "gone", "idle", "ill", "in", "married", "missing", "on", "out", "shut", "sick",
    "stranded", "there", "trapped", "under", "unemployed", "unused", "vacant", "without",
)  # fmt: skip

# "The troops are still there", "they marched again": what goes on or is done more than once has many days.
AGAIN: tuple[str, ...] = listed(
    """
    again another continue continued continues daily every further more next nightly other remain remained
    remains repeatedly same second since still third twice
    """
)

# "She resigned on Friday": what somebody does, or what happens to something, once only.
ONCE_ONLY: tuple[str, ...] = listed(
    """
    abdicate acquit assassinate born bury capsize collapse convict crash derail die elect execute explode
    hijack inaugurate land marry perish resign sentence sink swear
    """
)
