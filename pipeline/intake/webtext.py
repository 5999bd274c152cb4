"""A page that a class platform made of typed-in text (HTML) comes in; its paragraphs go out.

Canvas writes the task and the student's name over the text, in the page's title and again in a heading: neither is the
student's, and both are left out.
"""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCK_NAMES = "address blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_STRUCK = frozenset({"del", "s"})
_UNSEEN = frozenset({"script", "style", "template", "noscript"}) | _STRUCK
_SPACES = " \t\r\n\f"


def read_web_text(source: str) -> tuple[str, ...]:
    """Return an HTML page's paragraphs, a newline where a line was broken by hand, without what is not shown."""
    parser = _Paragraphs()
    parser.feed(source)
    parser.close()
    lines = ("\n".join(" ".join(line.split()) for line in text.split("\n")).strip() for text in parser.paragraphs)
    return tuple(text for text in lines if text and text != " ".join(parser.title.split()))


class _Paragraphs(HTMLParser):
    """Gathers the text of a page, and its title apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.paragraphs = [""]
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 html.parser's signature
        """Begin a paragraph or a line, or something that is not shown."""
        if tag == "br":
            self.paragraphs[-1] += "\n"
        elif tag in _BLOCKS:
            self.paragraphs.append("")
            self._inside = [held for held in self._inside if held not in _STRUCK]  # nobody strikes out the rest of it
        elif tag in _UNSEEN or tag == "title":
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, or what is not shown."""
        if tag in _BLOCKS:
            self.paragraphs.append("")
        elif self._inside and tag == self._inside[-1]:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Keep text that is shown; the source's own line breaks are spaces (CSS Text Module 3, 4.1)."""
        if self._inside == ["title"]:
            self.title += data
        elif not self._inside:
            self.paragraphs[-1] += data.translate(str.maketrans(_SPACES, " " * len(_SPACES)))
