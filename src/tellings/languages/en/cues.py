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

# "Condemned the fee, adding that it was high": what a speaker says on in the same breath.
ADDING: tuple[str, ...] = listed(
    """
    adding alleging arguing claiming complaining explaining insinuating insisting intimating maintaining
    noting saying stating stressing warning
    """
)

# "Vardan denied that", "residents complained", "the court ruled": verbs that report what somebody says or
# writes, what a document shows, or what somebody holds to be so. Base forms.
REPORTING_VERBS: tuple[str, ...] = listed(
    """
    accuse acknowledge add address admit advertise advise advocate affirm agree alert allege allude amplify
    announce answer apologise apologize appeal argue articulate ask assail assert assess assume assure
    attest attribute backtrack bemoan believe berate blame blast boast brag brand brief broadcast
    calculate call caution challenge characterise characterize charge chide cite claim clarify
    comment communicate complain compliment concede conclude concur condemn confess confide confirm
    congratulate conjecture contend contest contradict convey correct corroborate counsel counter
    credit criticise criticize cry declare decline decry defend define demand denounce deny deplore
    depict deride describe detail determine disagree disavow disclose discuss dismiss dispute doubt echo
    elaborate emphasise emphasize endorse enthuse envision estimate exclaim explain express fear
    forecast foresee forewarn gloat greet gripe grumble guarantee guess hail headline highlight
    hint hold identify illustrate imply indicate inform inquire insinuate insist instruct interject
    intimate invoke jest joke judge lament lash lecture lie list maintain mention message
    mischaracterise mischaracterize mock
    murmur muse narrate note notify object observe offer opine oppose outline persuade petition
    phone plead pledge point portray post praise predict present press proclaim profess project
    promise propose protest publish query question quip quote rant reaffirm reason reassure rebuff
    rebuke rebut recall reckon recommend recount refer reflect refuse refute register reiterate reject
    relate relay remark remember remind repeat reply report request respond restate retort reveal
    rule say scoff scold scream shout show signal slam sneer speak specify speculate state stipulate
    stress strike submit suggest summarise summarize support surmise suspect swear talk teach
    tell testify text thank theorise theorize think threaten tout trumpet tweet underline
    underscore urge utter verify voice volunteer vow warn weigh welcome whisper wonder write yell
    """
)

# "The driver told him that": verbs whose object is whoever heard it; and "he said that": verbs without one.
TELLING_VERBS: tuple[str, ...] = listed("assured informed promised reassured tells told warned")
STATING_VERBS: tuple[str, ...] = listed(
    """
    acknowledged admitted agreed argued claimed complained conceded confirmed denied insisted said
    says warned
    """
)

# "He recalled the pilot telling them: 'The bird is back'": verbs whose quotation is of whom stands before.
TELLING_PARTICIPLES: tuple[str, ...] = listed(
    """
    announcing asking calling crying exclaiming muttering saying screaming shouting telling whispering
    yelling
    """
)
HEARING_VERBS: tuple[str, ...] = listed(
    "described heard recalled recalls recounted remembered remembers saw watched"
)

# "Orlow issued a statement", "she posted a note": what authors do with a document.
ISSUING_VERBS: tuple[str, ...] = listed(
    "issued penned posted published read released sent shared signed tweeted wrote"
)

# "Residents were told to leave": verbs whose passive has whoever heard it as its subject.
PASSIVE_TELLING: tuple[str, ...] = listed(
    """
    accused advised asked assured blamed briefed informed instructed notified ordered promised reassured
    reminded told urged warned
    """
)

# "According to the mayor", "he added", "it tells of": words that say no more than that somebody
# says something. "Promised", "urged" and "called for" say what is meant by it.
PLAIN_CUES: tuple[str, ...] = listed(
    """
    according add added adding adds quoted remarked report reported reporting reports said say saying says
    spoke stated states tell telling tells told tweeted write writes writing wrote
    """
)

# "The bridge is safe, the mayor said": verbs that close a sentence and tell who said all of it.
CLOSING_VERBS: tuple[str, ...] = listed(
    """
    acknowledged added adds admitted announced argued claimed conceded confirmed estimated explained
    insisted noted recalled reported reports said say says stated testified told tweeted warned wrote
    """
)

# "Bridge is safe, mayor says": verbs of saying as headlines print them.
HEADLINE_VERBS: tuple[str, ...] = listed(
    """
    admit admits allege alleges announces argue argues believe believes claim claims confirm confirms fear
    fears find finds insist insists report reports reveal reveals said say says tell tells vow vows warn
    warns
    """
)

# "The mayor said in a statement on Friday", "told reporters at the scene": what may follow such a verb.
BEHIND_CLOSING_VERBS: tuple[str, ...] = listed(
    "after afterwards at during earlier early in last late later on through to today via yesterday"
)

# "Nine died, the mayor said, and": words with which the sentence goes on in what the same source said.
GOING_ON_TOLD: tuple[str, ...] = listed(
    "although and because but nor or though when where which while who whose"
)

# "was", "would": verbs with which a clause begins that is no longer beside the matter.
FINITE_HELPERS: tuple[str, ...] = listed(
    "are can could did do does had has have is may might must should that was were will would"
)

# "Said outside the court that …": what leads to where, when and to whom something was said.
BEFORE_CIRCUMSTANCES: tuple[str, ...] = listed(
    "after ahead around at before by during from in inside near on outside over through to via"
)

# "The claim that", "criticism of", "in a statement": nouns that report the same.
REPORTING_NOUNS: tuple[str, ...] = listed(
    """
    accord account accusation acknowledgement admission advice allegation announcement answer
    apology appeal argument assertion assessment assurance belief briefing claim comment complaint
    concern conclusion condemnation confirmation criticism declaration denial description
    disclosure email estimate explanation finding forecast guarantee hint indictment interview
    letter message note observation opinion outrage pledge prediction promise proposal quote
    reaction reassurance recommendation remark reminder report request response revelation rumor rumour
    sign skepticism scepticism speculation speech statement suggestion suspicion testimony threat
    tweet view vow warning word
    """
)

# "According to the port": what reports in front of a source.
REPORTING_PREPOSITIONS: tuple[str, ...] = ("according", "per")

# "He said", "they thought": past forms that no rule makes.
IRREGULAR_VERBS: dict[str, str] = {
    "began": "begin",
    "felt": "feel",
    "fuelled": "fuel",
    "fuelling": "fuel",
    "foresaw": "foresee",
    "found": "find",
    "heard": "hear",
    "held": "hold",
    "knew": "know",
    "lied": "lie",
    "lying": "lie",
    "made": "make",
    "put": "put",
    "read": "read",
    "said": "say",
    "saw": "see",
    "spoke": "speak",
    "spoken": "speak",
    "struck": "strike",
    "swore": "swear",
    "sworn": "swear",
    "taught": "teach",
    "thought": "think",
    "told": "tell",
    "went": "go",
    "written": "write",
    "wrote": "write",
}

# "Strand claimed his first title", "the storm claimed six lives": what is won or taken, and not told.
CLAIMED_THINGS: tuple[str, ...] = listed(
    """
    bronze bye championship crown cup gold life live medal place point prize seat silver spot title trophy
    victim victory wicket win
    """
)

# "Who asked not to be named": what those ask for who would rather stay unnamed.
STAYING_UNNAMED: tuple[str, ...] = listed("anonymous identified named quoted")

# "Was widely condemned by the union", "drew criticism from the port", "took issue with the fee": words that
# tell how somebody took something.
REACTED: tuple[str, ...] = listed(
    """
    applauded berated castigated cheered commended condemned contested criticised criticized decried denounced
    derided endorsed hailed lambasted lauded mocked opposed panned praised predicted proposed protested
    rebuked ridiculed scolded slammed welcomed
    """
)
DRAWING_VERBS: tuple[str, ...] = listed(
    """
    attracted attracting attracts draw drawing drawn draws drew earned elicited encountered face faced
    faces facing garnered met prompted prompting prompts provoked provokes provoking received sparked
    sparking sparks spurred spurring spurs took triggered triggering triggers won
    """
)
REACTION_NOUNS: tuple[str, ...] = listed(
    """
    anger applause backlash complaints condemnation criticism derision fury ire objections opposition
    outcry outrage praise protests rebuke rebukes reluctance ridicule scepticism scorn skepticism
    """
)
REACTING_PHRASES: tuple[str, ...] = (
    "called for",
    "calling for",
    "came out against",
    "came out in favor of",
    "came out in favour of",
    "cast doubt on",
    "distanced himself from",
    "distanced herself from",
    "distanced itself from",
    "distanced themselves from",
    "doubled down on",
    "have called for",
    "has called for",
    "had called for",
    "hit back at",
    "hit out at",
    "lashed out at",
    "left open the possibility of",
    "left open the possibility that",
    "played down",
    "pushed back against",
    "ruled out",
    "spoke out against",
    "takes issue with",
    "took issue with",
)

# "The ship called for help": what is sent for.
SUMMONED: tuple[str, ...] = listed("aid ambulances assistance backup help reinforcements")

# "Declined to say who paid", "would not give details": verbs that keep back, and what is kept back.
WITHHOLDING_VERBS: tuple[str, ...] = ("decline", "refuse")
WITHHELD: tuple[str, ...] = listed(
    """
    answer ask attempt clarify comment confirm detail disclose discuss elaborate explain give identify mention
    name offer provide reply request respond reveal say specify tell
    """
)

# "A video showed people on a fence", "posted photos of herself": what is seen and not said.
PICTURES: tuple[str, ...] = listed(
    """
    camera cctv chart clip diagram film footage graphic image map photo photograph picture scan screen
    selfie snap telecast television tv video x-ray
    """
)
SHOWING_VERBS: tuple[str, ...] = listed(
    "air broadcast capture depict publish post release reveal share show tweet upload"
)

# "The removal suggests that", "the attack highlighted": a deed or an event that says nothing itself.
TELLING_EVENTS: tuple[str, ...] = listed(
    """
    arrest attack blast case collapse crash crisis death defeat delay departure drill episode event explosion
    fire flood incident killing launch move murder outage outbreak protest raid removal resignation riot
    shooting storm strike test victory visit vote
    """
)
SHOWN_BY_EVENTS: tuple[str, ...] = listed(
    """
    emphasise emphasize highlight illustrate mark mean reflect reveal show signal suggest underline
    underscore
    """
)

# "The crash is believed to be the first", "residents were told to stay away": by whom is not said.
BE_FORMS: tuple[str, ...] = listed("are be been being is was were")
SUPPOSED: tuple[str, ...] = listed(
    "alleged assumed believed considered expected feared known presumed reported rumored rumoured thought"
)
HEARD: tuple[str, ...] = listed(
    "advised briefed contacted encouraged informed instructed ordered told urged warned"
)

# "The visit fuelled criticism of", "has raised questions about": what is stirred up, and by what verbs.
STIRRING_VERBS: tuple[str, ...] = listed(
    """
    deepen draw face fuel heighten increase intensify prompt provoke renew revive spark stoke trigger
    """
)
STIRRED_UP: tuple[str, ...] = listed(
    """
    accusation anger anxiety backlash call concern criticism debate demand doubt fear objection outcry outrage
    protest question rumor rumour skepticism scepticism speculation suspicion
    """
)

# "Asked whether he would go": what follows a question that is told of nobody.
ASKED: tuple[str, ...] = listed("about how if what when where whether which who why")

# "Thanks for joining us", "Good morning": words of a short turn that tells nothing.
PLEASANTRIES: tuple[str, ...] = listed("bye goodbye hello hi thank thanks welcome")

# "Said on the programme 'Face the Town'", "her book 'The Quay'": words that a title follows.
BEFORE_TITLES: tuple[str, ...] = listed(
    """
    's album anthem article blog book broadcast called channel column comedy documentary drama entitled
    episode essay film host hosts magazine memoir movie musical named newsletter novel of on paper play
    podcast poem program programme report series show single sitcom song titled told track
    """
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
