from tellings.compare import compare
from tellings.records import Entity, Span


def people(low, high=None, **more):
    return {"low": low, "high": low if high is None else high, "counted": "people", **more}


def sinking(count, words, published, account):
    text = f"{words} people were killed when the ferry Ostrava sank off Port Merrow.\nIt was Monday night."
    return account(text, published=published, quantities={f"{words} people": people(count)})


def printed(story, cite):
    return cite.span.words_in(story.traced.story.reading_of(cite.article).article.text)


def test_a_figure_history_says_who_gave_each_value_first_and_who_came_after(story, account):
    given = story(
        sinking(9.0, "Nine", "2031-05-05T09:00:00", account),
        sinking(4.0, "Four", "2031-05-04T12:00:00", account),
        sinking(4.0, "Four", "2031-05-04T08:00:00", account),
    )
    (history,) = compare(given).figures
    assert history.about == "the number of the dead"
    assert [[cite.article for cite in step.cites] for step in history.steps] == [["a3", "a2"], ["a1"]]
    assert [printed(given, step.cites[0]) for step in history.steps] == ["Four people", "Nine people"]
    assert [step.late for step in history.steps] == [(), ()]


def test_an_article_that_prints_the_old_figure_after_a_newer_one_was_out_is_late(story, account):
    told = compare(
        story(
            sinking(4.0, "Four", "2031-05-04", account),
            sinking(9.0, "Nine", "2031-05-05", account),
            sinking(4.0, "Four", "2031-05-06", account),
        )
    )
    (history,) = told.figures
    assert [step.late for step in history.steps] == [("a3",), ()]


def test_an_article_of_the_same_day_is_not_called_late(story, account):
    told = compare(
        story(
            sinking(4.0, "Four", "2031-05-04", account),
            sinking(9.0, "Nine", "2031-05-05", account),
            sinking(4.0, "Four", "2031-05-05T23:00:00", account),
        )
    )
    (history,) = told.figures
    assert [step.late for step in history.steps] == [(), ()]


def test_a_figure_on_which_all_agree_has_one_step_and_no_conflict(story, account):
    told = compare(
        story(
            account(
                "The ferry Ostrava carried 212 passengers when it left Port Merrow.",
                published="2031-05-05",
                quantities={"212 passengers": {"low": 212.0, "high": 212.0, "counted": "passengers"}},
            ),
            account(
                "When it left Port Merrow the ferry Ostrava carried 212 passengers.",
                published="2031-05-04",
                quantities={"212 passengers": {"low": 212.0, "high": 212.0, "counted": "passengers"}},
            ),
        )
    )
    (history,) = told.figures
    assert history.conflict is None
    assert [cite.article for cite in history.steps[0].cites] == ["a2", "a1"]


# ---------------------------------------------------------------- positions


def with_entities(story, **types):
    """The story with every place of these names read as an entity."""
    from dataclasses import replace

    def entities(text):
        found = []
        for name, kind in types.items():
            at = text.find(name)
            while at >= 0:
                found.append(Entity(span=Span(at, at + len(name)), type=kind))
                at = text.find(name, at + 1)
        return tuple(sorted(found, key=lambda entity: entity.span))

    readings = tuple(replace(r, entities=entities(r.article.text)) for r in story.traced.readings)
    grouped = replace(story.traced.story, readings=readings)
    return replace(story, traced=replace(story.traced, story=grouped))


def test_a_position_given_up_is_a_line_with_its_reversal_marked(story, account):
    given = with_entities(
        story(
            account("Velmark would welcome foreign patrol boats in the Sound.", published="2031-05-01"),
            account("Velmark will not allow foreign patrol boats in the Sound.", published="2031-05-20"),
        ),
        Velmark="place",
    )
    (line,) = compare(given).positions
    assert printed(given, line.holder) == "Velmark"
    assert [(step.held_on, step.affirms, step.reverses) for step in line.steps] == [
        ("2031-05-01", True, False),
        ("2031-05-20", False, True),
    ]


def test_a_position_held_on_is_no_line(story, account):
    given = with_entities(
        story(
            account("Velmark would welcome foreign patrol boats in the Sound.", published="2031-05-01"),
            account("Velmark still welcomes foreign patrol boats in the Sound.", published="2031-05-20"),
        ),
        Velmark="place",
    )
    assert compare(given).positions == ()


def test_two_holders_on_two_sides_are_no_reversal(story, account):
    given = with_entities(
        story(
            account("Velmark would welcome foreign patrol boats in the Sound.", published="2031-05-01"),
            account("Ostrel will not allow foreign patrol boats in the Sound.", published="2031-05-20"),
        ),
        Velmark="place",
        Ostrel="place",
    )
    assert compare(given).positions == ()


def test_what_had_been_welcomed_before_is_not_dated_to_the_day_of_the_article(story, account):
    given = with_entities(
        story(
            account("Velmark will not allow foreign patrol boats in the Sound.", published="2031-05-01"),
            account("Velmark had welcomed foreign patrol boats in the Sound.", published="2031-05-20"),
        ),
        Velmark="place",
    )
    assert compare(given).positions == ()


def test_both_positions_on_one_day_are_at_odds_and_no_change(story, account):
    given = with_entities(
        story(
            account("Velmark would welcome foreign patrol boats in the Sound.", published="2031-05-01"),
            account("Velmark will not allow foreign patrol boats in the Sound.", published="2031-05-01"),
        ),
        Velmark="place",
    )
    assert compare(given).positions == ()


def lines_of(story, account, before, after):
    given = with_entities(
        story(account(before, published="2031-05-01"), account(after, published="2031-05-20")),
        Velmark="place",
        Brock="person",
    )
    return [
        [(step.held_on, printed(given, step.value), step.reverses) for step in line.steps]
        for line in compare(given).positions
    ]


def test_what_somebody_will_not_do_and_does_is_a_line(story, account):
    told = lines_of(
        story,
        account,
        "Velmark will not send patrol boats into the Sound.",
        "Velmark sent patrol boats into the Sound.",
    )
    assert told == [
        [
            ("2031-05-01", "Velmark will not send patrol boats into the Sound", False),
            ("2031-05-20", "Velmark sent patrol boats into the Sound", True),
        ]
    ]


def test_who_will_not_resign_and_resigns_has_a_line(story, account):
    told = lines_of(
        story, account, "Mayor Brock will not resign over the flood.", "Mayor Brock resigned over the flood."
    )
    assert [[reverses for _, _, reverses in line] for line in told] == [[False, True]]


def test_a_deed_before_it_was_refused_is_no_line(story, account):
    assert not lines_of(
        story,
        account,
        "Velmark sent patrol boats into the Sound.",
        "Velmark will not send patrol boats into the Sound.",
    )


def test_what_somebody_else_does_is_no_line(story, account):
    assert not lines_of(
        story,
        account,
        "Velmark will not send patrol boats into the Sound.",
        "The islanders sent patrol boats into the Sound.",
    )


def test_an_assurance_is_that_of_the_body_it_comes_from(story, account):
    given = with_entities(
        story(
            account("Velmark would welcome foreign patrol boats in the Sound.", published="2031-05-01"),
            account(
                "Ostrel was assured by Velmark that it would not allow foreign patrol boats in the Sound.",
                published="2031-05-20",
            ),
        ),
        Velmark="place",
        Ostrel="place",
    )
    (line,) = compare(given).positions
    assert printed(given, line.steps[1].value).startswith("Velmark that it would not allow")
