"""Who is responsible here at this hour, and why; several are said to be several.

The directory's answer, never a legal decision: what is not certain is a candidate, not an answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from network.models import Region, ResponsibilityRule
from network.responsibility.conditions import findings, hours_fit
from network.responsibility.ground import Finding, Fit, Ground, Whereabouts
from network.responsibility.houses import Houses, closed_words
from network.responsibility.question import Question
from network.responsibility.urgency import urgency
from network.responsibility.words import Why, why

_LEVELS = {"land": 1, "district": 2, "municipality": 3, "borough": 3, "quarter": 4}
_DEPTH = 10
_POSTCODE, _STREET, _HOUSE = 100, 200, 300


@dataclass(frozen=True)
class Match:
    """One rule that holds, or may hold, for the question; ``doubts`` say what is not certain."""

    rule: ResponsibilityRule
    certain: bool
    doubts: list[str]
    why: Why
    rank: int
    share: float
    closed: str = ""
    """That its house is certainly closed at that hour, in words."""

    @property
    def reason(self) -> str:
        """All reasons as one sentence."""
        return ", ".join(text for _label, text in self.why)

    @property
    def free(self) -> bool:
        """Whether the person chooses."""
        return self.rule.criterion == ResponsibilityRule.Criterion.FREE_CHOICE


@dataclass(frozen=True)
class Answer:
    """The matches of one kind, the most certain and closest first."""

    kind: str
    matches: list[Match]
    choices: list[Match] = field(default_factory=list)

    @property
    def clear(self) -> bool:
        """Whether it is one and only one, and certainly."""
        return len(self.matches) == 1 and self.matches[0].certain

    @property
    def closed(self) -> bool:
        """Whether every house is closed at that hour."""
        return bool(self.matches) and all(match.closed for match in self.matches)

    @property
    def chosen_freely(self) -> bool:
        """Whether nobody is responsible because the person chooses."""
        return not self.matches and bool(self.choices)


@dataclass(frozen=True)
class Resolution:
    """Everything there is to say of one question."""

    answers: list[Answer]
    notes: list[str]
    off_duty: list[Answer] = field(default_factory=list)
    """The kinds without an answer at this hour, with who is responsible at another."""
    town_missing: bool = False

    @property
    def none_entered(self) -> bool:
        """Whether the directory has nobody; a question that lacks the town has no answer yet."""
        return not (self.answers or self.off_duty or self.town_missing)

    @property
    def further(self) -> int:
        """How many kinds stand behind the first one that has an answer at this hour."""
        return len(self.answers) + len(self.off_duty) - 1 if self.answers else 0

    @property
    def certain(self) -> set[object]:
        """The services that are the only answer of their kind."""
        clear = [answer.matches[0].rule for answer in self.answers if answer.clear]
        return {rule.service_id for rule in clear if rule.service_id}


ByKind = dict[str, list[Match]]


def resolve(
    question: Question,
    region: Region,
    ground: Ground,
    rules: Iterable[ResponsibilityRule],
    houses: Houses,
) -> Resolution:
    """Ranked matches per kind, each with its why; nothing without a place."""
    if question.place.empty:
        return Resolution([], [])
    where = Whereabouts(question.place, ground)
    now: ByKind = defaultdict(list)
    later: ByKind = defaultdict(list)
    for rule in rules:
        hours = hours_fit(rule, question.at, region)
        off = hours[0] is Fit.NO
        found = findings(rule, question, where)
        if match := _match(rule, found if off else [*found, hours], where):
            shut = "" if off else closed_words(rule, question.at, region, houses)
            (later if off else now)[rule.kind].append(replace(match, closed=shut))
    off_duty = _answers(_unanswered(later, now))
    return Resolution(_answers(now), where.notes(), off_duty, question.place.only_street)


def _answers(by_kind: ByKind) -> list[Answer]:
    """The most urgent kind first; closed houses after it, and last where the person chooses."""
    found = [(urgency(kind), _answer(matches)) for kind, matches in by_kind.items()]
    found.sort(key=lambda pair: (pair[1].chosen_freely, pair[1].closed, pair[0], pair[1].kind))
    return [answer for _urgency, answer in found]


def _unanswered(later: ByKind, now: ByKind) -> ByKind:
    """The duties at another hour, of the kinds for which nobody has the duty now."""
    on_duty = {kind for kind, matches in now.items() if not all(each.free for each in matches)}
    duties = {kind: [each for each in matches if not each.free] for kind, matches in later.items()}
    return {kind: found for kind, found in duties.items() if found and kind not in on_duty}


def _match(rule: ResponsibilityRule, found: list[Finding], where: Whereabouts) -> Match | None:
    fit = min(each for each, _doubt in found)
    nowhere = not where.known and not (rule.street and where.place.street)
    if fit is Fit.NO or nowhere:
        return None
    doubts = [doubt for each, doubt in found if each is Fit.MAYBE]
    share = where.share(rule.area) if rule.area else 0
    return Match(rule, fit is Fit.YES, doubts, why(rule), specificity(rule, where.ground), share)


def specificity(rule: ResponsibilityRule, ground: Ground) -> int:
    """How closely a rule looks: a house number closer than a street, that closer than a place."""
    if rule.street:
        return _HOUSE if rule.house_from or rule.house_to or rule.house_side else _STREET
    if rule.postcode:
        return _POSTCODE
    if rule.area is None:
        return 0
    return _LEVELS.get(rule.area.level, 0) * _DEPTH + len(ground.line(rule.area))


def _answer(matches: list[Match]) -> Answer:
    duties = [match for match in matches if not match.free]
    closest = max((match.rank for match in duties if match.certain), default=-1)
    kept = [match for match in duties if _counts(match, closest)]
    kind = matches[0].rule.kind_name
    return Answer(kind, _ranked(kept), _ranked(match for match in matches if match.free))


def _counts(match: Match, closest: int) -> bool:
    """A rule that looks less closely than a certain one steps back; its own words stay."""
    if match.certain:
        return match.rank == closest
    return match.rank >= closest or bool(match.rule.condition) or _only_text(match.rule)


def _only_text(rule: ResponsibilityRule) -> bool:
    return rule.area is None and bool(rule.area_text)


def _ranked(matches: Iterable[Match]) -> list[Match]:
    """Certain before uncertain, close before wide; everybody once."""
    order = sorted(
        matches, key=lambda each: (not each.certain, -each.rank, -each.share, each.rule.who)
    )
    once: dict[object, Match] = {}
    for match in order:
        once.setdefault(match.rule.service_id or (match.rule.office, match.rule.phone), match)
    return list(once.values())
