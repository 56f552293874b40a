"""The engine behind the filter ``mojibake``: suspect, propose, judge.

``gate`` says which lines deserve a look; ``views`` turns characters back into the bytes they were
read from; ``propose`` decodes those bytes in every other way that fits; ``judge`` compares the
readings by ``scrubtext.plausibility``; ``lost`` knows the damage nobody can undo; ``brakes`` the
places where garbled text is meant.
"""
