"""Rules about looks: 30 scripted misuse stories among 100,000 normal openings, how many are found and at what cost.

A thousand invented people open a hundred children each, over five working days. Each story is one person on one day;
two are there because no rule can find them. The hand that wrote the rules wrote the stories and the ordinary days too.
"""

import math
import statistics
import sys
from collections import Counter

sys.path[:0] = [__file__.rpartition("/")[0]]
from insider_area import PEOPLE, Week, a_week  # noqa: E402
from insider_stories import STORIES, planted  # noqa: E402
from setting import SEED, publish  # noqa: E402

WEEKS = 10
MOST_A_DAY, LEAST_FOUND = 20, 0.90


def main() -> None:
    from kith.oversight.looking.rules import findings_of

    recalls, per_day, by_rule, missed = [], [], Counter[str](), Counter[str]()
    for number in range(WEEKS):
        week: Week = a_week(SEED + number)
        stories = planted(week)
        caught: set[str] = set()
        for day in week.days():
            found = list(findings_of(day, local={}))
            culprits = {story.who: story.name for story in stories if story.on == day.day}
            caught |= {culprits[one.practitioner] for _, one in found if one.practitioner in culprits}
            others = {
                (rule.code, one.practitioner) for rule, one in found if one.practitioner not in culprits
            }
            per_day.append(len(others) * 1000 / PEOPLE)
            by_rule.update(code for code, _ in others)
        recalls.append(len(caught))
        missed.update(story.name for story in stories if story.name not in caught)
    publish("guard/insider", _lines(recalls, per_day, by_rule, missed, len(week.looks)))


def _lines(recalls, per_day, by_rule, missed, looks) -> list[str]:
    told = sum(recalls)
    low, high = wilson(told, WEEKS * len(STORIES))
    first = wilson(recalls[0], len(STORIES))
    mean = statistics.mean(per_day)
    around = 2.01 * statistics.stdev(per_day) / math.sqrt(len(per_day))
    return [
        f"first week: {recalls[0]} of {len(STORIES)} stories found among {looks:,} openings ({first[0]:.0%} to {first[1]:.0%})",
        f"{WEEKS} weeks: {told} of {WEEKS * len(STORIES)} stories found, {told / WEEKS / len(STORIES):.1%} (95%: {low:.1%} to {high:.1%}; wanted {LEAST_FOUND:.0%})",
        f"findings about people who did nothing wrong, a day for each 1,000: {mean:.1f} (95%: {mean - around:.1f} to {mean + around:.1f}; wanted {MOST_A_DAY} at most)",
        f"of them by rule, over {WEEKS} weeks: "
        + ", ".join(f"{code} {n}" for code, n in by_rule.most_common()),
        "never or seldom found: "
        + (", ".join(f"{name} ({n} of {WEEKS})" for name, n in missed.most_common()) or "none"),
        "Emergency openings are not counted: each is reviewed by itself. The lot is not counted: it finds nobody.",
        "The stories and the ordinary days were invented by the same hand: a test with real days is still to be done.",
    ]


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """A 95% interval of a share."""
    share, spread = hits / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / of + spread / of / 4) / (1 + spread)
    return middle - half, middle + half


if __name__ == "__main__":
    main()
