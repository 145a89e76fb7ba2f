from __future__ import annotations

from datetime import date as day

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.read.dates import find_dates
from tellings.read.sentences import find_sentences
from tellings.records import Date

WEDNESDAY = "2031-11-12"
"""A day of publication."""


def dates(text: str, published: str | None = WEDNESDAY, anchor: str | None = None) -> tuple[Date, ...]:
    return find_dates(text, find_sentences(text), published, anchor=anchor)


def values(text: str, published: str | None = WEDNESDAY, anchor: str | None = None) -> list[str]:
    return [date.value for date in dates(text, published, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on October 20, 2029.", "2029-10-20"),
        ("The dam broke on Oct. 20, 2029, at dawn.", "2029-10-20"),
        ("The dam broke on 20 Oct 2029.", "2029-10-20"),
        ("The dam broke on the 20th of October, 2029.", "2029-10-20"),
        ("The dam broke on 2029-10-20.", "2029-10-20"),
        ("The dam broke on 20/10/2029.", "2029-10-20"),
        ("The dam broke on 10/20/2029.", "2029-10-20"),
        ("The treaty of September 2014 lapsed.", "2014-09"),
        ("It has rained since March 2008.", "2008-03"),
        ("It opened in 2010.", "2010"),
        ("He lost the 2028 mayoral race.", "2028"),
    ],
)
def test_a_printed_date_needs_no_anchor(text: str, value: str) -> None:
    assert values(text, published=None) == [value]
    assert dates(text, published=None)[0].rests_on is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on Tuesday.", "2031-11-11"),
        ("The dam broke late Tuesday night.", "2031-11-11"),
        ("The dam broke on Wednesday morning.", "2031-11-12"),
        ("Friday’s flood was the worst.", "2031-11-07"),
        ("The dam broke last Tuesday.", "2031-11-04"),
        ("The vote is next Tuesday.", "2031-11-18"),
        ("The court will sit on Monday.", "2031-11-17"),
        ("On Monday, the court is to sit again.", "2031-11-17"),
        ("A hearing is scheduled for Tuesday.", "2031-11-18"),
        ("He said on Monday that he would resign.", "2031-11-10"),
        ("The council said it would meet on Monday to vote.", "2031-11-17"),
        ("The dam would have held on Monday, he said.", "2031-11-10"),
        ("The keeper will not join the club after failing a medical on Tuesday.", "2031-11-11"),
        ("The dam broke Tuesday of last week.", "2031-11-04"),
        ("It happened yesterday.", "2031-11-11"),
        ("Guards are searching tonight.", "2031-11-12"),
        ("The wall fell last night.", "2031-11-11"),
        ("It fell two days ago.", "2031-11-10"),
        ("It fell a year ago.", "2030"),
        ("It fell three weeks ago.", "2031-10"),
        ("It fell two months ago.", "2031-09"),
        ("He came earlier this month.", "2031-11"),
        ("He came last month.", "2031-10"),
        ("He came last year.", "2030"),
        ("He came last week.", "2031-11"),
        ("He came last summer.", "2031"),
        ("He came in July.", "2031-07"),
        ("He came in late September.", "2031-09"),
        ("He came last November.", "2030-11"),
        ("He came on Sept. 30.", "2031-09-30"),
        ("The ban ended early, not on Nov. 30.", "2031-11-30"),
        ("The vote is due on Jan. 5.", "2032-01-05"),
        ("He died on March 2 last year.", "2030-03-02"),
        ("He came on Christmas Eve.", "2030-12-24"),
    ],
)
def test_a_relative_date_counts_from_publication(text: str, value: str) -> None:
    assert values(text) == [value]


def test_the_weekday_after_publication_is_the_very_next_day() -> None:
    assert values("Guards reached the village early on Thursday.") == ["2031-11-13"]


@pytest.mark.parametrize(
    "text",
    [
        "They searched for three days.",
        "A 16-year-old boy and his mother, 42, fled.",
        "The shop is open 24/7.",
        "Theresa May may march on.",
        "A speech by May. It was April Lund who spoke.",
        "Call 555-2010 or pay $2,010.",
        "He read it in the Sunday Times on Black Friday.",
        "The market is open every Tuesday, and on Fridays.",
        "Some 2000 people and about 1900 homes were reached.",
        "It grew through the 1800s.",
        "Open Monday to Friday.",
        "It was 03/04/2012.",
        "It began at 5.10am and at 6 p.m.",
        "Harbour Today reported it in today's world.",
        "Gov. Jan Lund said the sun may shine.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text) == []


def test_a_dateline_anchors_where_publication_is_unknown() -> None:
    text = "TORVIK, Oct. 20, 2029 (Sorland Press) — The dam broke on Friday. It had leaked since yesterday."
    day, friday, yesterday = dates(text, published=None)
    assert (day.value, friday.value, yesterday.value) == ("2029-10-20", "2029-10-19", "2029-10-19")
    assert friday.rests_on == day.span
    assert day.rests_on is None


def test_a_line_that_holds_only_a_date_anchors() -> None:
    text = "Dam breaks\nUpdated: 2029-10-20 17:52\nThe dam broke on Friday."
    assert values(text, published=None) == ["2029-10-20", "2029-10-19"]


def test_a_printed_weekday_with_its_date_fixes_the_weekdays_near_it() -> None:
    text = "The wall is seen on Saturday, Oct. 20, 2029. It broke on Thursday, and not on Sept. 30."
    assert values(text, published=None) == ["2029-10-20", "2029-10-18", "2029-09-30"]


def test_nothing_is_invented_where_nothing_fixes_the_day() -> None:
    assert values("The dam broke on Friday, Oct. 20. It leaked yesterday, and in July.", published=None) == []


def test_a_date_elsewhere_in_the_text_gives_its_year_but_no_weekday() -> None:
    text = "Lund met Merrow on September 28, 2029. He left on September 30. The dam broke on Wednesday."
    first, second = dates(text, published=None)
    assert second.value == "2029-09-30"
    assert second.rests_on == first.span


def test_the_caller_can_say_near_which_day_a_text_without_any_was_written() -> None:
    text = "The dam broke on Tuesday. It had leaked since Oct. 1."
    assert values(text, published=None, anchor="2031-11-12") == ["2031-11-11", "2031-10-01"]
    assert values(text, published="2020-03-05", anchor="2031-11-12") == ["2020-03-03", "2019-10-01"]


def test_a_weekday_that_does_not_fit_its_date_is_told_in_words() -> None:
    (date,) = dates("The wall is seen Tuesday, Oct. 19, 2015.", published=None)
    assert date.value == "2015-10-19"
    assert date.misfit == "Oct. 19, 2015 was a Monday, not a Tuesday"
    assert dates("The wall is seen Monday, Oct. 19, 2015.")[0].misfit is None


def test_a_weekday_chooses_the_year_of_a_far_date() -> None:
    assert values("It was Friday, Jan. 4, when he came.", published="2031-06-12") == ["2030-01-04"]


def test_a_year_printed_once_counts_for_both_months() -> None:
    assert values("It rained in June and July of 2009.") == ["2009-06", "2009-07"]
    assert values("He served from 1965 to 1970, and in 2015-16.") == ["1965", "1970", "2015", "2016"]


def test_the_next_day_counts_from_the_day_named_before() -> None:
    monday, next_day, earlier, that = dates(
        "The dam broke on Monday. The next day, it rained. Two days earlier it leaked. That night it held."
    )
    assert [d.value for d in (monday, next_day, earlier, that)] == [
        "2031-11-10", "2031-11-11", "2031-11-09", "2031-11-09",
    ]  # fmt: skip
    assert next_day.rests_on == monday.span
    assert values("The next day, it rained.") == []


def test_a_week_that_lies_in_two_months_is_told_as_its_year_and_one_in_two_years_not_at_all() -> None:
    assert values("He came last week.", published="2031-11-04") == ["2031"]
    assert values("He came last week.", published="2032-01-06") == []


def test_a_date_that_does_not_exist_is_none() -> None:
    assert values("On February 30, 2029, and 2029-13-01, and 31/02/2029.") == []
    assert values("It was last year, yesterday, and two years ago.", published="0001-01-01") == []


@pytest.mark.parametrize(
    "text", ["Monday " * 10_000, "Oct. " * 10_000, "in May " * 10_000, "1 " * 50_000,
             "last " * 40_000, "2010-" * 10_000,
             "On Oct. 1 he will leave. The next day, " * 4_000, "a " * 100_000, " " * 300_000],
)  # fmt: skip
def test_hostile_text_takes_no_more_than_its_length(text: str) -> None:
    dates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair runs from May 3 to 5, 2029.", ["2029-05-03", "2029-05-05"]),
        ("It ran May 3-5.", ["2031-05-03", "2031-05-05"]),
        ("It ran from 3 to 5 May 2029.", ["2029-05-03", "2029-05-05"]),
        ("It ran from Dec. 30 to Jan. 2, 2029.", ["2028-12-30", "2029-01-02"]),
        ("He led it from 2003-2009.", ["2003", "2009"]),
        ("He led it between 2001 and 2004.", ["2001", "2004"]),
        ("On May 3 and 5 others, all was calm.", ["2031-05-03"]),
    ],
)
def test_both_ends_of_a_range_are_dates(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nobody fished there in the 1970s.", "197"),
        ("It was a fashion of the early '80s.", "198"),
        ("He came in mid-2015.", "2015"),
        ("They met on Good Friday.", "2031-04-11"),
        ("They met on Easter Sunday 2016.", "2016-03-27"),
        ("The pool opens on Memorial Day.", "2031-05-26"),
        ("She fell ill over Christmas.", "2030-12"),
        ("She fell ill on Christmas.", "2030-12-25"),
        ("She lost to him in a televised March debate.", "2031-03"),
        ("He was a child at the time of the Sept. 11 attacks.", "2001-09-11"),
        ("He was a child at the time of the 9/11 attacks.", "2001-09-11"),
        ("She published the mayor's 2025 tax return.", "2025"),
        ("The dam broke on 03.04.2012.", "2012-04-03"),
        ("He came this past Sunday.", "2031-11-09"),
        ("He fell over the weekend.", "2031-11"),
        ("He is running to win the seat in April.", "2032-04"),
        ("The search goes on as of writing.", "2031-11-12"),
        ("We heard that 15 minutes ago.", "2031-11-12"),
        ("The report comes two days after the vote.", "2031-11-10"),
        ("It came eight months after the flood.", "2031-03"),
        ("Guards stand next to a boat on Tuesday.", "2031-11-11"),
    ],
)
def test_an_expression_of_any_kind_is_as_precise_as_its_words(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "They rested before Christmas dinner and over Christmas cards.",
        "The Valentine's Day massacre was filmed.",
        "It closed for Orthodox Easter Sunday.",
        "He wore a '70s shirt.",
        "Over the previous year he rested.",
        "About two weeks later, he rested.",
        "The May government fell.",
    ],
)
def test_what_only_sounds_like_a_day_is_none(text: str) -> None:
    assert values(text) == []


def test_steps_are_counted_from_what_was_named_last_with_their_precision() -> None:
    text = "The dam broke on Oct. 4, 2029. Two weeks later it rained. The following month it froze. That year"
    assert values(text) == ["2029-10-04", "2029-10", "2029-11", "2029"]
    assert values("It broke on Oct. 4, 2029. He had left the previous Friday.")[-1] == "2029-09-28"
    assert values("She spoke at an event in 2028. At that March 2 event, she wept.") == ["2028", "2028-03-02"]


def test_figures_are_read_in_the_order_of_the_other_dates_of_the_text() -> None:
    assert values("It fell on 25/12/2011 and on 03/04/2012.") == ["2011-12-25", "2012-04-03"]
    assert values("It fell on 12/25/2011 and on 03/04/2012.") == ["2011-12-25", "2012-03-04"]
    assert values("It fell on April 3, 2012: see 03/04/2012.") == ["2012-04-03", "2012-04-03"]
    assert values("It fell on 25/12/2011, 12/25/2011 and 03/04/2012.") == ["2011-12-25", "2011-12-25"]


@pytest.mark.parametrize(
    "text",
    [
        "Guards carry sacks in Torvik on Tuesday, Oct. 19, 2015. (Dov Lind/Harbourlight)",
        "TORVIK, Tuesday, Oct. 19, 2015 (Sorland Press) - The dam broke.",
        "The dam broke on Oct. 19, 2015 (Tuesday).",
        "The dam broke on 19 October 2015, a Tuesday.",
    ],
)
def test_a_weekday_before_or_after_its_date_is_held_against_it(text: str) -> None:
    assert dates(text)[0].misfit == "Oct. 19, 2015 was a Monday, not a Tuesday"


def test_a_weekday_is_held_against_its_date_over_the_turn_of_the_year() -> None:
    (date,) = dates("The dam broke on Friday, Dec. 29.", published="2032-01-06")
    assert (date.value, date.misfit) == ("2031-12-29", "Dec. 29, 2031 was a Monday, not a Friday")


def test_leap_days_exist_in_leap_years_only() -> None:
    assert values("It fell on Feb. 29.", published="2032-03-05") == ["2032-02-29"]
    assert values("It fell on Feb. 29.", published="2030-06-05") == []
    assert values("It fell on Feb. 29, 2031.") == []


_CALENDAR = """
Monday Tuesday, last next this past the previous following that Oct. 4 29 Feb. 31 May March in on 2015 2015-16
1970s '80s 10/11/2012 20/10/16 9/11 0001-01-01 9999-12-31 Christmas Easter Sunday two a years days weeks later
earlier ago month weekend today yesterday to - and (Tuesday) came after of week year .
"""
_WORDS = st.sampled_from(_CALENDAR.split())


@settings(deadline=None, max_examples=60)
@given(st.lists(_WORDS, max_size=40), st.sampled_from(["0001-01-01", "2032-02-29", "9999-12-31", None, "x"]))
def test_any_words_of_the_calendar_give_dates_that_exist_at_places_that_hold(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    found = dates(text, published)
    for date in found:
        assert date.span.words_in(text).strip()
        assert len(date.value) in (3, 4, 7, 10)
        if len(date.value) > 3:
            day.fromisoformat(f"{date.value}-01-01"[:10])
    assert list(found) == sorted(found, key=lambda each: each.span)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_no_text_stops_the_reading_of_dates(text: str) -> None:
    for date in dates(text):
        assert 0 <= date.span.start < date.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The quay has been closed for eight months now.", "2031-03"),
        ("The mill had been left unused for five years and nobody watched it.", "2026"),
        ("They've been waiting for two years.", "2029"),
        ("She has lived in Marlow for around six years.", "2025"),
    ],
)
def test_what_has_lasted_for_so_long_began_then(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "She has been sentenced to prison for five years.",
        "The club has been banned for two years.",
        "He had been in office for five years when he resigned.",
        "They had to wait for two years.",
        "He had waited for two days.",
        "She will be away for three days.",
        "He will have been there for two years by spring.",
        "The mill has stood empty for 30 years.",
    ],
)
def test_a_stretch_that_did_not_begin_so_long_before_today_gives_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Over the past week the port had warned of it.", "2031-11"),
        ("In the last two months they met.", "2031"),
        ("Divers have searched the lock for more than three days.", "2031-11"),
        ("The boy has been trapped for around 50 hours by now.", "2031-11"),
        ("The vote comes just days after a strike.", "2031-11"),
        ("It ran aground less than a fortnight ago.", "2031"),
        ("They knew at least two-and-a-half years ago.", "2029"),
    ],
)
def test_a_loose_stretch_up_to_today_is_told_as_the_month_or_year_around_it(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The barge hit a pier. It set off on Nov. 2.", "2031-11-02"),
        ("The council will have met on Nov. 7 when it votes.", "2031-11-07"),
        ("The new quay is set to open on Nov. 20.", "2031-11-20"),
        ("The trial is set for March 3.", "2032-03-03"),
    ],
)
def test_a_date_without_a_year_is_no_year_away_when_it_has_just_passed(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text", ["It is a wonder that she is alive today.", "The mill still stands today, a museum."]
)
def test_today_may_mean_nowadays(text: str) -> None:
    assert values(text) == []


def test_what_ends_after_so_many_days_began_no_longer_ago() -> None:
    assert values("A boy has been found dead after a huge four-day search.") == ["2031-11"]
    assert values("A boy had been found dead after a four-day search.") == []
    assert values("A boy has been found after a four-day search.", published="2031-11-02") == ["2031"]


def test_the_holiday_period_is_the_december_in_which_it_is_told() -> None:
    assert values("She got the bill over the holiday period.", published="2031-12-28") == ["2031-12"]
    assert values("She got the bill over the holiday period.", published="2031-04-20") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The zone comes two years after a riot on New Year's Eve in Varby.", ["2029", "2029-12-31"]),
        ("It is the first fair since the fire two years ago on Christmas Eve.", ["2029", "2029-12-24"]),
        ("In May three years ago the bridge was shut.", ["2028-05", "2028"]),
        ("The law was passed on June 3 two years ago.", ["2029-06-03", "2029"]),
        ("It was shut three years ago, and on Nov. 10 it opened.", ["2028", "2031-11-10"]),
    ],
)
def test_a_day_of_years_before_is_not_one_of_this_year(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Ten years after the attack of 11 September, the memorial opened.",
        "A year after the flood in March the dam was rebuilt.",
    ],
)
def test_a_day_years_before_another_that_is_not_told_has_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "near", "value"),
    [
        (
            "Two years after women were robbed on New Year's Eve, the square is calm.",
            "2031-12-29",
            "2029-12-31",
        ),
        ("A year after the ferry sank on Jan. 14, the families met.", "2032-01-16", "2031-01-14"),
    ],
)
def test_a_day_so_many_years_before_publication_is_of_that_year(text: str, near: str, value: str) -> None:
    assert values(text, published=near) == [value]
    assert values(text, published="2031-06-12") == []


def test_a_weekday_told_as_still_to_come_is_so_in_the_whole_article() -> None:
    text = "Lund should cancel Monday's meeting, the union said. The session on Monday in Varby is on fees."
    assert values(text, published="2031-11-14") == ["2031-11-17", "2031-11-17"]
    text += " The crew left on Monday."
    assert values(text, published="2031-11-14") == ["2031-11-17", "2031-11-10", "2031-11-10"]


@pytest.mark.parametrize(
    ("clause", "value"),
    [("when they meet on Monday", "2031-11-17"), ("when they met on Monday", "2031-11-10")],
)
def test_a_plain_verb_behind_when_looks_ahead(clause: str, value: str) -> None:
    assert values(f"Orlo urged her to ask for the log {clause} in Varby.", published="2031-11-14") == [value]


def test_what_is_said_of_today_does_not_look_back() -> None:
    text = "If she is not prepared to stop, the talks in Varby on Monday should not go on."
    assert values(text, published="2031-11-14") == ["2031-11-17"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It recalled the harbour's own 2029 fair.", ["2029"]),
        ("The mayor spent the past week in Varby.", ["2031-11"]),
    ],
)
def test_years_of_ones_own_and_weeks_spent(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_more_years_than_the_calendar_has_are_no_date() -> None:
    assert values("Nine hundred and 900 years after the ferry sank on Jan. 14, they met.", "0800-01-16") == []


def test_an_anniversary_is_not_counted_from_publication_where_another_time_is_told() -> None:
    text = "In 2019, two years after women were robbed on New Year's Eve, the square was calm."
    assert values(text, published="2031-12-29") == ["2019"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He spent it on trips dating back to 2025.", ["2025"]),
        ("Complaints go back as far as 2019.", ["2019"]),
        ("It was open as late as 2029.", ["2029"]),
        ("The bridge was shut as recently as 2030, she said.", ["2030"]),
        ("As many as 2000 came.", []),
        ("The sand was carried as far as 2000 metres.", []),
        ("The club grew back to 2015 people.", []),
    ],
)
def test_a_year_that_something_reached_back_to(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_a_holiday_spent_is_of_its_month() -> None:
    assert values("They had spent the Christmas holiday in Varby.", published="2031-12-28") == ["2031-12"]
    assert values("They spent Christmas money.", published="2031-12-28") == []


def test_a_main_clause_behind_such_years_has_its_own_date() -> None:
    assert values("A year after the flood, the dam was rebuilt in March.") == ["2031-03"]
