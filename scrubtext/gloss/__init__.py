"""Injected pinyin and the scars it leaves in GBK bytes: the engine behind ``pinyin_gloss``.

``gate`` knows which texts are worth a look, ``syllables`` readings, ``gbk`` bytes, ``words``, ``ngrams``
and ``shares`` how likely Chinese is;
``evidence`` and ``few`` decide which brackets were injected, ``run`` follows shifted runs byte by byte,
``shift`` finds where they start and end, ``settle``, ``holes`` and ``pieces`` weigh what was lost in them,
``thin`` knows the families without tone marks.
"""
