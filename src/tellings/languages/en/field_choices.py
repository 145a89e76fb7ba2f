"""Words among which a writer chooses for one and the same thing, by the field that the news is from.

Comes in:   nothing; this is data.
Goes out:   `FIELD_CHOICES`, groups of lower-case words and phrases under a plain name, beside those of
            `labels` and `word_choices`. They name many things: they are of one thing only where articles tell
            the same with them.
"""

from __future__ import annotations

from tellings.languages.en.lists import grouped

# "Police seized the haul", "the stash was found": one group a line, its name before the colon.
_STATE = """
the leak: disclosure, exposé, exposure, leak, revelation
spying: data collection, eavesdropping, espionage, monitoring, snooping, spying, surveillance, wiretapping
the order: decree, directive, edict, executive order, mandate, order, ruling
the law made: act, bill, law, legislation, measure, statute
the health law: affordable care act, health care law, health care reform, health law, obamacare
the spending law: budget, funding bill, package, spending bill, spending plan, stopgap
the shutdown: closure, impasse, shutdown, standoff, stoppage
the ban on entry: entry ban, immigration order, muslim ban, travel ban
the run for office: bid, campaign, candidacy, run
the one who runs: candidate, contender, front-runner, hopeful, nominee
the one who holds office: commander in chief, leader, president
the backing: backing, blessing, endorsement, support
the speech given: address, keynote, remarks, speech, talk, tirade
the debate: argument, clash, debate, exchange, sparring match
the promise broken: about-face, climbdown, flip-flop, retreat, reversal, shift, turnaround, u-turn
the ally: ally, associate, confidant, crony, friend
the aide: adviser, aide, assistant, deputy, staffer
the envoy: ambassador, diplomat, emissary, envoy, representative
the pact: accord, agreement, deal, framework, pact, settlement, treaty
the rivals: adversary, enemy, foe, opponent, rival
untrue news: disinformation, fake news, falsehood, hoax, lie, misinformation, propaganda, rumor, rumour
prejudice: bigoted, derogatory, inflammatory, insensitive, offensive, racially charged, racist, slur
guards: bodyguard, guard, protection, security detail, security guard
the inquiry's head: independent counsel, investigator, prosecutor, special counsel, special prosecutor
the court of last resort: high court, justices, supreme court, top court
the case in court: case, challenge, complaint, lawsuit, legal action, suit
the jail term: jail term, prison sentence, prison term, sentence, term
letting off: acquitted, cleared, exonerated, pardoned
the plea: admission, confession, guilty plea, plea
the payoff: hush money, payment, payoff, settlement
those who break in: burglar, intruder, robber, thief
the theft: break-in, burglary, heist, raid, robbery, theft
the haul: haul, loot, stash
those who left their land: defector, dissident, exile, fugitive
the truce: cease-fire, ceasefire, lull, pause, truce
the unmanned craft: drone, quadcopter, unmanned aircraft
the break-in to computers: breach, cyberattack, cyber attack, data breach, hack, hacking, intrusion
those who break into computers: cybercriminals, hackers
"""

_LIVES = """
the little child: baby, infant, little boy, little girl, preschooler, toddler, tot, youngster
the parents: couple, family, parents, relatives
the husband or wife: ex-husband, ex-wife, fiance, fiancee, husband, partner, spouse, wife
the home of animals: cage, enclosure, exhibit, habitat, pen
the dog: canine, dog, hound, pooch, puppy
the snake: python, reptile, serpent, snake
the injury: blow, concussion, fracture, injury, wound
the treatment: operation, procedure, surgery, treatment
the sickness: condition, disease, disorder, illness, infection, virus
troubled in mind: deranged, disturbed, mentally ill, troubled, unstable
the drug overdose: overdose, poisoning
the funeral: burial, funeral, memorial service, vigil
the tribute: homage, memorial, salute, tribute
the wrongdoer at school: bully, tormentor
the school head: headmaster, headteacher, principal
the teacher: educator, instructor, lecturer, professor, teacher
the diner: cafe, diner, eatery, restaurant
the snow: blizzard, snow, snowfall, snowstorm, winter storm
the cold: chill, cold, cold snap, deep freeze, freeze
the heat: heat, heat wave, heatwave, scorching temperatures
"""

_SHOW_AND_SPORT = """
the film: feature, film, flick, movie, picture
the song: anthem, ballad, hit, number, single, song, track, tune
the record: album, disc, record
the performance: gig, halftime show, performance, set, show, spectacle
the performer: actor, actress, artist, entertainer, musician, performer, pop star, singer, star, vocalist
the presenter: anchor, broadcaster, host, presenter
the fans: crowd, fans, spectators, supporters
the contest: bout, clash, contest, encounter, fixture, game, match, matchup, showdown
the big win: blowout, demolition, drubbing, rout, thrashing, victory, win
winning by far: crushed, demolished, dominated, hammered, romped, routed, thrashed, trounced
making sure of: claimed, clinched, earned, sealed, secured
the pass caught: catch, grab, reception
the one between the posts: goalie, goalkeeper, keeper
the side: club, outfit, side, squad, team
the coach's sacking: axed, dismissed, fired, sacked
the wage: contract, pay, salary, wage
"""

_TRADE_AND_SCIENCE = """
the firm: business, company, conglomerate, firm, giant, manufacturer, retailer, start-up, startup
the head of a firm: boss, ceo, chief, chief executive, executive, head
the shopper: buyer, client, consumer, customer, shopper
the price fall: crash, decline, drop, fall, plunge, rout, sell-off, selloff, slide, slump
the price rise: boom, gain, jump, rally, rise, surge
money given: aid, assistance, funding, grant, subsidy, support
the duty on goods: duties, levies, levy, tariff, tax
the fee: charge, cost, fare, fee, price
the gadget: device, gadget, gizmo, handset, phone, smartphone
the fault in goods: bug, defect, fault, flaw, glitch, problem, vulnerability
taking back goods: recall, withdrawal
the start of flight: blast-off, blastoff, launch, lift-off, liftoff, takeoff, test flight
the carrier rocket: booster, launcher, launch vehicle, rocket
the cargo: cargo, load, payload
the remains: bones, fossil, remains, skeleton
the sea: ocean, sea, waters
the way it is done: approach, method, procedure, process, technique
the event in nature: effect, event, occurrence, phenomenon
the picture: image, photo, photograph, picture, selfie, shot, snap
the wreck found: debris, remains, rubble, wreck, wreckage
"""

FIELD_CHOICES: dict[str, tuple[str, ...]] = grouped(_STATE + _LIVES + _SHOW_AND_SPORT + _TRADE_AND_SCIENCE)
