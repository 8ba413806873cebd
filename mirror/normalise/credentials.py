"""Credentials in the addresses of a text that people will read."""

import re


def without_credentials(text: str) -> str:
    """`text` without `user:password@` in its URLs; a password may hold an `@` itself."""
    return re.sub(r"//[^/?#\s<>\"']*@", "//", text)
