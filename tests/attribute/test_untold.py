"""Verbs that report elsewhere and here report nothing said."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:The port} {c1:did not say} {q1:whether the crane had been checked}.",
        "{s1:Ilse Torvald} {c1:declined} {q1:to discuss the state of the pier}.",
        "{s1:Ilse Torvald} {c1:refused to} {q1:give details of the new fee}.",
        "{s1:The dockers, who} {c1:asked not} {q1:to be named in this report}, left early.",
        "{s1:A video} {c1:showed} {q1:water coming over the northern quay}.",
        "{s1:Footage from the quay} {c1:revealed} {q1:that the crane had fallen}.",
        "{s1:Ilse Torvald} {c1:posted} {q1:two photographs of the broken pier}.",
        "{c1:It is believed} {q1:to be the oldest ferry on this coast}.",
        "{s1:A ferry} {c1:believed} {q1:to have been built in Orl} sank.",
        "{s1:Residents} {c1:were told} {q1:to stay away from the quay}.",
        "{s1:The visit} {c1:fuelled criticism of} {q1:the way the port is run}.",
        "{s1:The strike} {c1:has raised fears about}, and {c1:stoked concern over}, {q1:the winter trade}.",
        "{s1:Torvald} {c1:said she was sorry, referring to} {q1:her old deputy}.",
        "{s1:The Gull} {c1:, citing} {q1:two harbour officials on the quay}, told of a storm.",
        "{c1:Asked about} {q1:the state of the pier}, Ilse Torvald laughed.",
        "{s1:The fleet} {c1:seems} {q1:“to be in favour of the new quay”}.",
        "{s1:The mayor} {c1:could demand} {q1:the closure of the old quay}.",
        "{s1:The boats} {c1:were labelled} {q1:“creepy old floating wooden coffins”} at the quay.",
        "They have a pier and you'{c1:d think} {q1:the town would mend it soon}.",
        "There was one photo {s1:that} {c1:showed} {q1:Ilse Torvald with a broken oar}.",
        "{s1:The fitter} {c1:asked} not {q1:to be named in this report}.",
        "{s1:The council} spoke in {c1:January}.\n\n{q1:'Hard choices'}\n\nThe pier is old.",
        "{s1:The team} {c1:used} what is called {q1:“dry docking”} for the repair.",
    ],
)
def test_a_verb_that_tells_of_nothing_said_makes_no_statement(told: Any, marked: str) -> None:
    assert not told(a=marked).attributed.statements


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:The union} {c1:did not rule out} {q1:a strike at the northern pier}.",
        "{s1:The minister} {c1:refused to} {q1:sign the treaty with Orl}.",
        "{s1:Port records} {c1:show} {q1:the crane was last checked in May}.",
        "{s1:A video released by the port} {c1:shows} {q1:the crane had no brake}.",
        "{s1:Ilse Torvald} {c1:posted} {q1:that the pier was gone for good}.",
        "{s1:It} {c1:has been reported} {q1:that the crew left in the night}.",
        "{s1:Ilse Torvald} {c1:was told} {q1:the pier would close in May}.",
        "{s1:Some residents} {c1:raised concerns about} {q1:the speed of the ferries at night}.",
        "{s1:The minister} {c1:cited} {q1:the cost of a new crane for the port}.",
        "{s1:Torvald} {c1:dismissed} it as {q1:“sheer panic”}.",
    ],
)
def test_a_verb_that_reports_makes_one(told: Any, marked: str) -> None:
    assert len(told(a=marked).attributed.statements) == 1
