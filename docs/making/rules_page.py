"""docs/rules.md: every rule in its own words, where its settings are written, and its two examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from textwrap import wrap
from typing import Any

from constraints.catalogue import MUSTS, WISHES, name_of
from constraints.constraint import MustRule, WishRule
from constraints.problem import Problem
from making.example import Example, Tables, example_of, naming
from making.setting import in_words

WIDTH = 120

Rule = MustRule | WishRule

TOP = """# Rules

What a programme must keep, and what it is wished to keep. Each rule is one file in `constraints/musts/` or
`constraints/wishes/`; its title, its reason and where they come from are what that file says of itself. Limits and
weights stand in the review, never in a rule, and a rule whose setting is absent from the review asks for nothing.

Below each rule stands where its settings are written: the lines of a table of `review.toml`, and the columns of a sheet
of `review.xlsx` (of *About*, *Limits* and *Comfort* the rows). Then comes what the rule's example writes of them, a
programme that keeps the rule and one that breaks it. The words in quotation marks are what `planner check` says of the
broken one.

The examples run as tests: each is [one small review](examples/review.toml) with what [the rule's own file](examples)
adds to it. Two reviewers and two workers are there; an activity of which nothing else is said is an interview of an
hour, of any worker by any reviewer.

Some sources are named briefly. *The proposal* is that of a four-week review in April and May 2021
([its notes](../planner/formats/self-directed-review/notes.md)); the *Essex/Worcestershire report* tells of the team
diagnostics of 2017 and 2018 ([its notes](../planner/formats/team-diagnostics/notes.md)); the *scrutiny slides on ILACS*
showed a scrutiny panel in 2019 how an inspection goes ([its notes](../planner/formats/ilacs/notes.md)). What is
*assumed* is said in these notes too.
"""

HARD = """## Hard rules

Every programme that the planner makes keeps all of these. `planner check` answers *kept*, *broken* or *cannot tell*.
"""

SOFT = """## Soft rules, by tier

Tiers give way in this order: nothing of a later tier is worth anything of an earlier one. Each is brought to the least
cost there is, or said to be unproven. A cost is a whole number; 0 means that nobody has cause to complain.

A repair asks in another order: that what is near stays, and that few people are disturbed, come right after what is
placed; kinder changes, after the standing sessions.
"""


def rules_page() -> str:
    """Every rule, after a list of them all: the hard ones by what they are about, the soft ones by tier."""
    hard = list(sections())
    soft = [(f"{nth}. {tier.name.capitalize()}", tier.wishes) for nth, tier in enumerate(WISHES, start=1)]
    contents = [*_contents(hard), "**Soft rules, by tier**\n", *_tiers(), ""]
    return "\n".join([TOP, *contents, HARD, *_chapters(hard), SOFT, *_chapters(soft)])


def sections() -> Iterator[tuple[str, tuple[MustRule, ...]]]:
    """The hard rules under the headings that their examples name, in the order of the catalogue."""
    of = {name_of(rule): example_of(name_of(rule)).section for rule in MUSTS}
    order = list(dict.fromkeys(of.values()))
    in_order = sorted(MUSTS, key=lambda rule: order.index(of[name_of(rule)]))
    for section, rules in groupby(in_order, key=lambda rule: of[name_of(rule)]):
        yield section, tuple(rules)


def _contents(chapters: Sequence[tuple[str, Sequence[Rule]]]) -> Iterator[str]:
    for section, rules in chapters:
        yield f"**{section}**\n"
        yield from (_wrapped(f"- {_entry(rule)}", "  ") for rule in rules)
        yield ""


def _tiers() -> Iterator[str]:
    for nth, (name, wishes) in enumerate(WISHES, start=1):
        if len(wishes) == 1:
            yield _wrapped(f"{nth}. {_entry(wishes[0])}", "   ")
        else:
            yield f"{nth}. {name.capitalize()}:"
            yield from (_wrapped(f"    - {_entry(rule)}", "      ") for rule in wishes)


def _entry(rule: Rule) -> str:
    return f"[{_heading(rule)}](#{name_of(rule).replace('_', '-')}): {told(rule)[0]}"


def _chapters(chapters: Sequence[tuple[str, Sequence[Rule]]]) -> Iterator[str]:
    for section, rules in chapters:
        yield f"### {section}\n"
        for rule in rules:
            yield "\n\n".join(_rule(rule)) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    example = example_of(name_of(rule))
    title, reason = told(rule)
    folder = rule.__name__.split(".")[1]
    yield f"#### {_heading(rule)}"
    yield _wrapped(f"**{title}** ([{name_of(rule)}](../constraints/{folder}/{name_of(rule)}.py))")
    if reason:
        yield reason
    yield from _settings(example)
    yield from _drawn(example.problem)
    yield from _under_way(example)
    yield "Kept:"
    yield "\n".join(f"- {line}" for line in example.kept)
    yield _wrapped(_broken(rule, example))
    yield "\n".join(f"- {line}" for line in example.broken)


def _under_way(example: Example) -> Iterator[str]:
    """What time it is, and what people hold by then."""
    if example.now:
        yield f"It is {example.now:%A} {example.now.day} {example.now:%B %H:%M}."
    if example.published:
        yield "Published:"
        yield "\n".join(f"- {line}" for line in example.published)


def told(rule: Rule) -> tuple[str, str]:
    """A rule's title, and its reason with its source."""
    title, _, reason = (sys.modules[rule.__name__].__doc__ or "").strip().partition("\n")
    return title, reason.strip()


def _heading(rule: Rule) -> str:
    return name_of(rule).replace("_", " ").capitalize()


def _wrapped(text: str, indent: str = "") -> str:
    return "\n".join(wrap(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))


def _broken(rule: Rule, example: Example) -> str:
    """What the rule's own check says of the example that breaks it."""
    breaches = list(rule.check(example.problem, example.breaking()))
    said = ", ".join(dict.fromkeys(f'"{breach.sentence}"' for breach in breaches))
    if rule in MUSTS:
        return f"Broken, {said}:"
    return f"Broken at a cost of {sum(breach.cost for breach in breaches)}, {said}:"


def _drawn(problem: Problem) -> Iterator[str]:
    """The cases of each stratum in the order of the draw, with those who can speak about them."""
    demands = {a.demand.stratum: a.demand for a in problem.activities if a.demand and not a.tracks}
    for stratum, demand in demands.items():
        cases = []
        for candidate in demand.candidates:
            workers = " and ".join(problem.person[worker].name for worker in candidate.workers)
            cases.append(f"{candidate.case} of {workers}" if workers else candidate.case)
        yield _wrapped(f"Drawn for {stratum}, in this order: {', '.join(cases)}.")


def _settings(example: Example) -> Iterator[str]:
    """Where the settings are written, and what the example writes of them."""
    if not example.settings:
        yield f"It has no setting: it {_holds(example)}."
        return
    yield "Settings:"
    yield "\n".join(_wrapped(f"- {place}", "  ") for place in in_words(example.settings))
    written = "\n\n".join(_written(example))
    yield f"```toml\n{written}\n```"


def _holds(example: Example) -> str:
    """From when on a rule without a setting holds."""
    if example.published:
        return "holds once something is published"
    return "holds once the review has begun" if example.now else "always holds"


def _written(example: Example) -> Iterator[str]:
    """The entries of the example that hold a setting: what they are called, and the setting."""
    for table, value in example.said.items():
        fields = [setting.split(".")[1] for setting in example.settings if setting.split(".")[0] == table]
        for entry in [value] if isinstance(value, dict) else value:
            if any(field in entry for field in fields):
                head = f"[{table}]" if isinstance(value, dict) else f"[[{table}]]"
                yield "\n".join([head, *_lines(entry, (naming(entry), *fields))])


def _lines(entry: Tables, fields: Sequence[str]) -> Iterator[str]:
    return (f"{field} = {toml(value)}" for field, value in entry.items() if field in fields)


def toml(value: Any) -> str:
    """A value as review.toml has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(one)}' for key, one in value.items())} }}"
    return str(value)
