"""Invented reports: a burst lock gate and a prize for honey."""

GATE = """Lock gate bursts at Merrow, three barges adrift

MERROW, June 4, 2024 (Norvik) - A lock gate burst at Merrow on Tuesday, setting three barges adrift and \
flooding 40 houses, the canal board said.

"The gate was inspected in May and it was sound in May," board chief Hana Orlo told reporters.

Nobody was hurt when the gate burst, a spokesman for the fire brigade said on Tuesday evening.
"""
GATE_EDITED = GATE.replace("40 houses", "65 houses").replace(
    "in May and it was sound in May",
    "in \
May",
) + ("\nThe canal board closed the canal to ships until the end of June.\n")
GATE_OWN = """Canal closed after lock gate bursts at Merrow

The canal at Merrow was closed on Thursday, board chief Hana Orlo said, two days after a lock gate \
burst and set three barges adrift.

The water of the burst lock reached 65 houses, according to the fire brigade. "We counted every cellar \
in Merrow," said fire chief Tomas Weil.
"""
GATE_LATER = """Merrow lock gate was cracked, inquiry hears

An inquiry into the lock gate that burst at Merrow in June heard on Monday that the gate was cracked.

Canal board chief Hana Orlo said the three barges set adrift by the burst gate had been found.
"""
HONEY = """Beekeepers of Tarn win prize for heather honey

TARN, February 2, 2024 - The beekeepers of Tarn won the national honey prize on Friday for a dark \
heather honey, the jury said.

"It tastes of smoke and rain," said juror Ansa Keld. The prize is worth 900 crowns.
"""
HONEY_TOO = """Dark heather honey takes the national prize

A dark heather honey from Tarn won the national honey prize on Friday. The beekeepers of Tarn will \
share 900 crowns, the jury said.

Juror Ansa Keld said the honey tasted of smoke and rain.
"""
