"""What drafts rest on beside their texts, and which texts a change of it may touch.

In come the glossary, the engines and the settings of now, and what was kept of them when all drafts were last
looked at; out comes the set of texts that must be looked at again. So drafting looks at what a change
touches, and not at a hundred thousand texts that it leaves alone.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from srcxlate.drafts import RULES, Text
from srcxlate.engines import Engine
from srcxlate.engines.choose import route_name
from srcxlate.glossary import HOUSE_STYLE, Finder, Glossary, repair


@dataclass(frozen=True, slots=True)
class Basis:
    """All that goes into draft keys but the texts."""

    rules: str
    """The versions of the rules by which texts are cut and terms found, and by which drafts are mended."""
    engines: Mapping[str, str]
    """By route, the SHA-256 (hex) of the engine's identity."""
    terms: Mapping[str, Mapping[str, str]]
    """By language, each written form as it is compared, and what it means."""
    marks: str | None = None
    """How drafts print quotation marks."""

    def dump(self) -> str:
        """As JSON, for :meth:`load`."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def load(cls, dumped: str) -> "Basis":
        """What :meth:`dump` gave."""
        return cls(**json.loads(dumped))


def basis_of(
    glossary: Glossary, engines: Mapping[str, Engine], *, house_style: bool, marks: str | None = None
) -> Basis:
    """What drafts made now rest on.

    :param engines: by route.
    """
    identities = {route: json.dumps(asdict(engine.identity)) for route, engine in engines.items()}
    return Basis(
        f"{RULES} {repair.RULES}",
        {route: hashlib.sha256(told.encode()).hexdigest() for route, told in identities.items()},
        {
            language: {
                form: "\n".join((entry.english, entry.scope or "", *entry.avoid))
                for form, entry in forms.items()
                if house_style or entry.scope != HOUSE_STYLE
            }
            for language, forms in glossary.forms.items()
        },
        marks,
    )


@dataclass(frozen=True, slots=True)
class Touched:
    """What differs between two bases; calling it tells whether that may touch a text's draft."""

    everything: bool
    routes: frozenset[str]
    finders: Mapping[str, Finder]

    def __bool__(self) -> bool:
        return self.everything or bool(self.routes or self.finders)

    def __call__(self, text: Text) -> bool:
        """Whether the draft of a text may be another one now."""
        if self.everything or route_name(text.language, text.script) in self.routes:
            return True
        finder = self.finders.get(text.language)
        return finder is not None and finder(text.text)


def touched(before: Basis, now: Basis) -> Touched:
    """What a change from one basis to another touches.

    A term that came, went or changed can only change what is found in texts that hold one of its forms.
    """
    routes = {route for route, identity in now.engines.items() if before.engines.get(route) != identity}
    finders = {}
    for language in before.terms.keys() | now.terms.keys():
        old, new = before.terms.get(language, {}), now.terms.get(language, {})
        if old != new:
            finders[language] = Finder(
                form for form in old.keys() | new.keys() if old.get(form) != new.get(form)
            )
    everything = (before.rules, before.marks) != (now.rules, now.marks)
    return Touched(everything, frozenset(routes), finders)
