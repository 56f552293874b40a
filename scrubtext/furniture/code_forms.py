"""Forms of code that template engines and page builders leave in a text, as patterns."""

from __future__ import annotations

from scrubtext.furniture.values import CMS, ENGINES

__all__ = [
    "EMPTY",
    "FORMS",
    "HATENA",
    "JOOMLA",
    "NAMED",
    "NUMBERED",
    "RANDOM",
    "SCRIPT",
    "SHORTCODE",
    "VOID",
    "WEBLOG",
    "WIKI",
]  # fmt: skip

HATENA = "f:id:"
"""What the name of a picture in a weblog of Hatena begins with."""
WEBLOG = HATENA + r"[\w\-]{2,32}:\d{14}[a-z]?:"

# Each form with its engine: what can stand alone on a line of an article only if nobody filled it in.
NAMED = (
    r"\[[a-z][\w\-]{2,30}(?: [a-z_\-]{1,20}=(?:[\"“][^\"”\n]{0,80}[\"”]|[\w\-]{1,40})){1,6}\s?/?\]"
)
"""A shortcode with fields."""
JOOMLA = (
    r"\{(?:jcomments|loadposition|loadmodule|loadmoduleid|modulepos|mosimage|rokbox|phocagallery|widgetkit)\b"
    r"[^{}\n]{0,60}\}"
)
"""A module or a plugin of Joomla."""
_FIELDS = "YOUR|NAME|TITLE|DATE|TEXT|HERE|EMAIL|COMPANY|ADDRESS|CITY|URL|LINK|IMAGE|PHOTO|NUMBER|PHONE"
"""What is left to be filled in; a stage direction has none: [Enter HAMLET]."""
FORMS = (
    r"\{\{[^{}\n]{1,80}\}\}",  # Mustache, Vue, Jinja
    r"\{%-?[^%\n]{1,100}%\}",  # Jinja, Liquid, Twig
    r"\{\[[^\[\]{}\n]{1,80}\]\}",
    r"(?:(?:data-)?th|ng|v|wx):?-?[a-z\-]{2,16}=\"[^\"\n]{0,120}\"",
    JOOMLA,
    r"\[an error occurred while processing (?:this|the) directive\]|\[error processing ssi file\]",
    *ENGINES,
    r"<\?(?:php|=)[^?\n]{1,120}\?>",
    r"\{/?(?:dede|eyou|pboot|aspcms|maccms|cms|page|field|include|block|loop|php)[:：= ][^{}\n]{1,60}\}",
    r"\[/[a-z]{2,12}(?:[_\-][a-z]{2,16}){1,3}\]",  # the end of a shortcode
    # A picture without an address.
    r"!\[(?:image|img|图片|圖片|画像|photo|picture|alt text)?\]\((?:#|about:blank)?\)(?:\{[^{}\n]{1,60}\})?",
    r"\{[a-z]{2,20}(?:[_.][a-z]{2,20}){0,3}\}",  # {title}
    rf"\[(?:{CMS})[:：][\w.]{{1,40}}\s?/?\]|\[(?i:insert|enter|your|replace|add)(?: [A-Z]{{2,14}}){{0,4}}"
    rf" (?:{_FIELDS})(?: [A-Z]{{2,14}}){{0,3}}\]|\[(?:ad|ads|adsense|banner)[_\- ]?\d{{1,3}}\]",
    NAMED,
    r"\[\[[+*~$!%][\w.\-]{1,40}(?:[?&`:=][^\]\n]{0,80})?\]\]",  # MODX
    r"\[\[\{\"[^\n]{1,200}\}\]\]",  # Drupal media
    r"\[%\s?[\w.]{1,40}\s?%\]",
    r"%[A-Z][A-Z_]{2,30}%|%%[\w.]{2,40}%%|@[A-Z][A-Z_]{3,30}@|#{2,3}[A-Z][A-Z_\d]{3,30}#{2,3}|__(?:NO)?TOC__",
    r"\$?\{\$?[a-z][\w]{0,24}(?:[.>\-]{1,2}[\w]{1,24}){1,4}(?:\s?\|[^{}\n]{1,40})?\}",
    r"\[!--[\w.:\-=, ]{1,60}--\]|<!--#\w[^\n>]{0,100}-->|\[#[\w.:\-]{1,40}#\]",
    r"(?i:\[(?:attach(?:img|ment)?|img|image|media|flash|video|audio|embed|attachment|pic|aid)\]"
    r"\s?[\w./:\-?=&%]{1,160}\s?\[/[a-z]{2,10}\])",
    r"\[embed\][^\[\]\s]{4,200}\[/embed\]",
    r"\[##_[^\n]{1,300}?_##\]",  # Tistory
    rf"\[?{WEBLOG}(?:plain|image|movie)(?::[\w:=%\-]{{1,40}})?\]?",  # Hatena
    r"\{\{\{[^{}\n]{1,80}\}\}\}|\{!!?[^{}\n]{1,80}!?!\}",  # Mustache, Blade
    r"%\(\w{1,40}\)[sdr]|%(?:\d\$)?s|%[a-z][a-z_.]{2,30}%|#[A-Z]{3,20}_[A-Z_]{2,30}#",  # Python, C
    r"\{[A-Z][a-z]{2,12}(?:[A-Z][a-z]{2,12}){0,3}\}|\{[A-Z]{2,16}(?:_[A-Z\d]{1,16}){0,4}\}"
    r"|(?<!@)\{\d\}",  # Tumblr, phpBB
    r"\{/?(?:if|else|elseif|foreach|for|section|loop|literal|volist|block|strip|capture|while|exp:\w{2,20})"
    r"\b[^{}\n]{0,80}\}",  # Smarty, ThinkPHP
    r"</?(?:#|@)[a-z]{2,12}\b[^<>\n]{0,80}>|</?[a-z]{1,8}:[a-zA-Z.]{2,30}\b[^<>\n]{0,120}/?>"
    r"|<%[@!][^%\n]{1,80}%>",
    r"</?\$?(?:[mM][tT]:?[A-Za-z]{3,30}|tmpl_\w{2,12}|TMPL_\w{2,12}"
    r"|txp:\w{2,30})\b[^<>\n]{0,80}\$?>",  # Movable Type
    r"<no value>|@?\{\{[^{}\n]{1,80}\}\}|\{[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,8}\}"
    r"|<<[a-z_]{3,20}>>|\$!?\{[\w.]{1,40}\}|\$\w{2,30}->\w{1,30}(?:\(\))?;?|\$[a-z]{2,20}[._][a-z._]{2,30}\$"
    r"|\$[A-Z_]{4,30}\$|\$[a-z]{3,20}(?:_[a-z]{2,20})+",
    r"#(?:parse|include|set|foreach|if|macro|evaluate)\s?\([^()\n]{1,80}\)",  # Velocity
    r"@(?:yield|include|section|extends|stack|push|component|lang|csrf|auth|guest|if|foreach|isset)"
    r"\([^()\n]{0,80}\)|@end(?:section|if|foreach|isset|push|auth|guest)|@(?:Model|ViewBag"
    r"|Html)\.[\w.()\"]{2,60}",
    r"</?(?:volist|notempty|notpresent|neq|heq|taglib)\b[^<>\n]{0,80}/?>"  # ThinkPHP
    r"|\{:[a-zA-Z]{1,12}\([^{}\n]{0,60}\)\}|\{#[\w.]{2,40}#\}|%\{\w{2,40}\}%?|\$\{\{[^{}\n]{1,60}\}\}"
    r"|<&[A-Z][A-Z_]{3,30}>|<%\w{2,30}>|<\$[A-Z]\w{2,40}\$>"  # FC2, Seesaa, Movable Type
    r"|\{tag_[^{}\n]{1,20}\}|\*\|[A-Z_:]{2,30}\|\*",  # ThinkPHP, Jinja, Rails, GitHub, Mailchimp
    r"</?(?:ng-container|ng-template|router-outlet)(?:\s[^<>\n]{0,120})?/?>"
    r"|\{[a-z]{3,16}\}[\w./:?=&\-]{1,120}\{/[a-z]{3,16}\}|\{(?:subtemplate|hook)\s?/?[^{}\n]{1,60}\}",
    # An element around a variable.
    r"<[a-z][\w\-]{0,20}(?:\s[^<>\n]{0,160})?>[^<>\n]{0,40}(?:\{\{[^{}\n]{1,80}\}\}|\$\{[\w.]{1,60}\})[^<>\n]{0,40}"
    r"</[a-z][\w\-]{0,20}>",
    r"\[%[-+]?[^%\n]{1,80}[-+]?%\]|@@[\w.]{2,40}@@|__(?!MAIN|NAME|FILE|INIT)[A-Z][A-Z_]{3,30}__",
)
WIKI = (  # a picture without a word about it
    r"\[\[(?:File|Image|Media|画像|ファイル|文件|檔案|图像|圖像|파일|그림|Datei|Bild|Файл|Изображение|Fichier"
    r"|Archivo|Imagen|Ficheiro|Plik|Tập tin|Berkas|Dosya):[^\[\]|\n]{1,120}\]\]"
)
VOID = r"\[(?:[a-z]{1,12})(?:=[^\[\]\n]{1,60})?\]\s?\[/[a-z]{1,12}\]"
"""Marks of a forum around nothing."""
RANDOM = r"(?=[a-z\d]{0,11}\d[a-z])(?=[a-z\d]{0,11}[a-z]\d)[a-z\d]{5,14}"
"""An id no one gave: letters and digits in turn."""
NUMBERED = r"(?:[a-z]{0,12}[_\-]{0,2}){0,2}(?:\d{3,14}|Toc\d{3,12})|(?:page|back|go)?[_\-]?top"
"""An id a program gave: a number, with a word before it or none; the top of a page."""
EMPTY = (  # one in another, none of them the target of a link that somebody wrote
    rf"(?:(?!<a (?:name|id)=(?!\"t\d"
    rf"|\"(?:{RANDOM}|{NUMBERED})\"))<[a-z][a-z\d]{{0,11}}(?: [a-z\-]{{2,20}}=[^<>\n]{{1,160}})?>\s?){{1,6}}"
    r"(?:</[a-z][a-z\d]{0,11}>\s?){1,6}"
)
"""Elements of a page around nothing."""
_SHORTCODES = (
    "caption|gallery|embed|playlist|audio|video|contact-form|contact-form-7|wpforms|gravityform|"
    "ninja_form|formidable|mc4wp_form|nggallery|ngg_images|rev_slider|slideshow|slider|tablepress|table|"
    "adrotate|adsense|ads?|toc|products?|display-posts|instagram-feed|youtube|vimeo|tweet|twitter|spoiler|"
    "hide|quote|img|url|color|size|font|align|center|attach|attachment|media|flash|list|button|columns?|row|"
    "section|divider|spacer|dropcap|pullquote|raw|code|read|more|nextpage|related|social|share|signoff|"
    "recipe|rating|accordion|tabs?|toggle|iframe|googlemap|map|vc|et_pb|fusion|su|wp|woocommerce|elementor"
)
SHORTCODE = rf"\[/?(?:{_SHORTCODES})(?:[_\-][\w\-]{{1,30}})?(?:[ =:][^\[\]\n]{{0,160}})?/?\]"
SCRIPT = (
    r"\(adsbygoogle\s?=[^\n]{0,80}|googletag\.[^\n]{0,160}|//\s?<!\[CDATA\[|//\s?\]\]>"
    r"|document\.write\([^\n]{0,160}"
    r"|(?:window\.)?(?:dataLayer|_gaq|_hmt|_paq)\s?[=.][^\n]{0,120}|(?:ga|fbq|gtag)\([^\n]{0,120}\);?"
    r"|data:image/[\w+.\-]{2,16}(?:;[\w=\-]{1,20}){0,3},[\w+/=%.\-]{8,600}"
    r"|var \w{1,30}\s?=\s?[^\n]{1,100};|<!--[^\n>]{0,120}-->|/\*[^*\n]{0,80}\*/"
)
