"""Injected pinyin and the scars it leaves in GBK bytes: the engine behind ``pinyin_gloss``.

``syllables`` knows readings, ``gbk`` bytes, ``words`` how likely a run of Chinese is; ``evidence``
decides which brackets were injected, ``shift`` takes shifted runs back, ``thin`` knows the families
without tone marks.
"""
