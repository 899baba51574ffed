"""Texts that the data may hold, for tests with generated examples."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from macros.base.characters import forbidden
from macros.base.lookalikes import lookalikes

_CHARACTERS = st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs"), include_characters="\n").filter(
    lambda char: forbidden(char) is None
)
TEXT = (
    st.text(_CHARACTERS, min_size=1, max_size=40)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: not any(lookalikes(text)))
)
