"""What articles call things and events."""

from tellings.compare import compare


def names_of(concept):
    return {variant.name.lower() for variant in concept.variants}


def concept_with(told, *names):
    return next((concept for concept in told.naming if set(names) <= names_of(concept)), None)


def test_another_noun_behind_the_same_rare_word_is_another_name(story):
    told = compare(
        story(
            "The harbour police at Kessel said on Sunday that the deckhand had a violent past.",
            "Police at the harbour of Kessel told on Sunday of a violent history of the deckhand.",
        )
    )
    assert concept_with(told, "violent past", "violent history")


def test_two_things_of_one_noun_in_one_assertion_name_nothing_else(story):
    told = compare(
        story(
            "The narrow bridge was closed on Sunday because the wooden bridge burned, police said.",
            "The stone bridge was closed on Sunday because the wooden bridge burned, police said.",
        )
    )
    assert not concept_with(told, "stone bridge", "wooden bridge")


def test_one_verb_for_another_is_a_turn_of_phrase(story):
    told = compare(
        story(
            "Divers began the search of the harbour at Kessel on Sunday.",
            "Divers started the search of the harbour at Kessel on Sunday.",
        )
    )
    assert not concept_with(told, "began", "started")


def test_a_lot_of_something_is_no_name_of_it(story):
    told = compare(
        story(
            "The crews found a lot of fuel in the flooded hold at Kessel on Sunday.",
            "The crews found marine fuel in the flooded hold at Kessel on Sunday.",
        )
    )
    assert not any("lot of" in name for concept in told.naming for name in names_of(concept))


def test_what_the_whole_story_calls_a_thing_joins_its_aligned_names(story):
    told = compare(
        story(
            "Divers searched the flooded quarry near Kessel for a second day.",
            "Divers searched an abandoned quarry near Kessel for a second day.",
            "The deep quarry was a playground for children before the summer of the drought.",
        )
    )
    assert concept_with(told, "flooded quarry", "abandoned quarry", "deep quarry")


def test_words_of_a_field_are_of_one_thing_where_articles_tell_the_same(story):
    told = compare(
        story(
            "Police found the stolen haul in a boathouse near Kessel on Sunday.",
            "Police found the stolen loot in a boathouse near Kessel on Sunday.",
        )
    )
    assert concept_with(told, "haul", "loot")


def test_words_of_a_field_elsewhere_are_of_other_things(story):
    told = compare(
        story(
            "Police found the haul in a boathouse near Kessel on Sunday.",
            "The composer spent her youth abroad and hid her loot of letters in a piano.",
        )
    )
    assert not concept_with(told, "haul", "loot")


def test_a_verb_is_no_word_of_a_field_that_has_things(story):
    told = compare(
        story(
            "The ministry will grant the harbour a new crane on Sunday, clerks said.",
            "The ministry supports the harbour with a new crane on Sunday, clerks said.",
        )
    )
    assert not concept_with(told, "grant", "supports")
