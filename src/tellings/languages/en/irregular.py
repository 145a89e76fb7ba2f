"""Verbs whose past forms look like other words, as data.

Comes in:   nothing.
Goes out:   each form and the verb that it is a form of.
"""

from __future__ import annotations

# "The train sped up" and "it was speeding up": the verb, then its other forms.
_VERBS = """
    agree agreed
    arise arose arisen
    bear bore borne
    beat beaten
    become became
    begin began begun
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    come came
    creep crept
    deal dealt
    decree decreed
    die dying
    dig dug
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    free freed
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grow grew grown
    guarantee guaranteed
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    know knew known
    lay laid
    lead led
    leave left
    lend lent
    lie lying
    lose lost
    make made
    mean meant
    meet met
    overthrow overthrew overthrown
    pay paid
    rebuild rebuilt
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    see saw seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    slide slid
    speak spoke spoken
    speed sped
    spend spent
    spin spun
    stand stood
    steal stole stolen
    stick stuck
    strike struck stricken
    swear swore sworn
    sweep swept
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    think thought
    throw threw thrown
    tie tying
    undergo underwent undergone
    understand understood
    uphold upheld
    wake woke woken
    wear wore worn
    weep wept
    win won
    withdraw withdrew withdrawn
    withhold withheld
    write wrote written
"""

VERB_OF: dict[str, str] = {
    form: verb
    for line in _VERBS.split("\n")
    if line.strip()
    for verb, *forms in [line.split()]
    for form in forms
}
