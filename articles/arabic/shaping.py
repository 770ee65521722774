"""Arabic for what does not shape it: plain terminals and Pillow's basic layout.

Browsers, Pango and matplotlib shape by themselves; text shaped before them comes out reversed.
"""

import arabic_reshaper
from bidi.algorithm import get_display  # The faster twin in `bidi` leaves brackets unmirrored.

from articles.arabic.normalizer import exact


def shaped(text: str, base_direction: str = "R") -> str:
    """Letters joined and lines put into the order of the eye, from left to right: shaped("ليبيا") -> "ﺎﻴﺒﻴﻟ".

    `base_direction` is that of the paragraph: "R", or "L" for English with Arabic words in it.
    """
    joined = arabic_reshaper.reshape(exact(text))
    return "\n".join(get_display(line, base_dir=base_direction) for line in joined.split("\n"))
