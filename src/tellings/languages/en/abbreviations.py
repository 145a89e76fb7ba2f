"""Abbreviations that end in a full stop, and words by which a sentence shows that it begins, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words without their last full stop.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "Gen. Tobias Merrow met Sen. Lund": always followed by more of the same sentence.
BEFORE_A_NAME: tuple[str, ...] = listed(
    """
    adm amb archbp asst att'y atty brig capt cmdr cmsgt col comdr cpl dep det dir dr drs ens esq fr ft
    gen gens gov govs hon insp lt lt-col lt-gen lt-gov ltc ltcol maj maj-gen messrs mgr mlle mme mr mrs
    ms msgr mt mx pfc pres prof profs pte pvt rep reps rev revd sen sens sfc sgt sgts sig sir spc sr-lt
    ssgt st ste supt supts vice-adm
    """
)

# "Lund v. Merrow", "approx. 40 km", "cf. the annex": followed by more of the same sentence.
NEVER_LAST: tuple[str, ...] = listed(
    """
    approx art c ca cf chap e.g eq eqs est fig figs i.e incl pp resp sec v viz vol vols vs
    """
)

# "No. 4", "pg. 12": an abbreviation only before a number.
BEFORE_A_NUMBER: tuple[str, ...] = listed("no nos nr num p para pg pt")

# "on Oct. 4", "Merrow Steel Corp. said": may end a sentence, and does when a new one plainly begins.
OFTEN_INSIDE: tuple[str, ...] = listed(
    """
    ala alta apr ariz ark assn assoc aug ave bhd blvd bros calif cent co colo conn corp ctr dec del dept
    dist div ed eds esq est et feb fed fla fri ga gmbh govt hon hosp hq ill inc ind inst int'l intl jan
    jr jul jun kan ky la llc ltd mar mass md mfg mich minn miss mo mon mont natl neb nev nov oct okla
    ont op ore oz pa plc pop pty que rd re rev sat sep sept sp sq sr sta sun tech tel tenn tex thu thur
    thurs tue tues univ va vt wash wed wis wk wm wyo
    """
)

# "The talks ended. She left": a capital that begins a sentence and hardly a name.
SENTENCE_OPENERS: tuple[str, ...] = listed(
    """
    a about according across additionally after afterwards again all also although among an and another
    any anyone are as asked at authorities because before besides both but by can could critics
    currently despite did do does during each earlier either even eventually every everyone few finally
    first following for former four from further furthermore had has have he her here hers his how
    however i i'd i'll i'm i've if in indeed initially instead is it it's its just last later leaving
    let like local many maybe meanwhile moments more moreover most much my nearly neither nevertheless
    no nobody none not nothing now officials on once one only or other others our over overall people
    perhaps please police prosecutors rather reporters residents several she shortly should similarly
    since so some somebody someone sometimes soon speaking still such than that that's the their then
    there there's therefore these they they're this those though three thus to today together two under
    unlike until up upon very was we we're were what whatever when whenever where whether which while
    who whose why will with within without witnesses would yes yesterday yet you you're your
    """
)

# "at 5 p.m. Friday", "at 9 a.m. GMT": what follows a time of day within its sentence.
AFTER_A_TIME: tuple[str, ...] = listed(
    """
    bst cdt central cest cet cst eastern edt est et fri friday gmt ist jst local mdt mon monday mountain
    msk mst pacific pdt pst pt sat saturday sun sunday thu thursday tue tuesday utc wed wednesday
    """
)

# "www.merrow.com", "example.co.uk", "notes.txt": no sentence ends inside.
ADDRESS_ENDS: tuple[str, ...] = listed(
    """
    ai app au biz ca ch cn co com csv de dev doc docx edu eu exe fm fr gov htm html ie in info int io it
    jp jpg js me mil net news nl nz org pdf php png py ru se tv txt uk us zip
    """
)

# '"Why now?" Mr. Lund asked': a quoted question that its speaker's name follows.
SAYING_AFTER_A_QUOTE: tuple[str, ...] = listed(
    """
    added adds answered asked asks called cried demanded exclaimed explained insisted joked observed
    quipped recalled remarked replied replies said says screamed shouted tells thought told tweeted
    warned whispered wondered wrote yelled
    """
)
