from __future__ import annotations

import pytest

from tellings.collect import outlet
from tellings.languages.en.outlets import OUTLET_NOUNS, OUTLETS
from tellings.languages.en.pages import LINES_BEFORE_A_HEADLINE, NOTICE_PHRASES, SURELY_ENGLISH


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://edition.cnn.com/2031/fog", "CNN"),
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://www.notbbc.co.uk/news/1", "notbbc.co.uk"),
        ("https://www.marenpost.example/fog", "marenpost.example"),
        ("http://127.0.0.1/fog", None),
        ("not an address", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_tells_the_outlet(url: str | None, name: str | None) -> None:
    assert outlet.of_address(url) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Maren TV’s website can also be accessed at the following alternate addresses:", "Maren TV"),
        ("Copyright © 2031 The Maren Post. All rights reserved.", "The Maren Post"),
        ("© 2029-2031 Maren Post Ltd.", "Maren Post"),
        ("(c) 2031 Maren Post", "Maren Post"),
        ("Maren Post staff and agencies", "Maren Post"),
        ("MarenWorld and agencies", None),
        ("MRTWorld and agencies", "MRTWorld"),
        ("Tova Lind and agencies", None),
        ("Copyright 2031 The Associated Press. All rights reserved.", None),
        ("© 2031 AFP", None),
        ("Read more at Maren Post", None),
        ("The company's website can be accessed again, it said.", None),
    ],
)
def test_a_text_names_its_outlet_only_where_that_is_certain(line: str, name: str | None) -> None:
    assert outlet.stated_in(f"Fog closes harbour\n\nThe fog came in.\n\n{line}\n") == name


def test_the_tables_are_sorted_and_hold_nothing_twice() -> None:
    domains = [domain for domain, _ in OUTLETS]
    for table in (domains, OUTLET_NOUNS, LINES_BEFORE_A_HEADLINE, NOTICE_PHRASES, SURELY_ENGLISH):
        assert list(table) == sorted(set(table))
