"""Injected pinyin and the scars it leaves in GBK bytes: the engine behind ``pinyin_gloss``.

``gate`` knows which texts are worth a look, ``page`` looks. ``tokens`` finds brackets, ``columns`` holds
them; ``evidence``, ``few`` and ``topics`` decide which were injected, ``thin`` knows the families without
tone marks. ``repairs`` takes back what they shifted: ``shift`` finds where runs start and end, ``strays``
what stands inside, ``run`` follows them byte by byte, ``settle``, ``holes`` and ``pieces`` weigh what was
lost. ``syllables`` knows readings, ``gbk`` bytes, ``words``, ``ngrams`` and ``shares`` how likely Chinese is.
"""
