"""The bits that Splink itself gives to pairs of descriptions with the model in use, beside those that Kith gives them.

--records N of a made-up registry (20,000), --pairs M (10,000). Nothing is capped and nothing added: as Splink sums it.
"""

import argparse
from math import log2
from random import Random

from ground import django_alone, registry
from setting import SEED, publish

SAME_WITHIN = 1e-6
LEAST = -40.0
"""Bits above which pairs are taken: those that disagree nearly everywhere too."""


def main() -> None:
    asked = _asked()
    django_alone()
    pairs = _of_splink(asked.records)
    some = Random(SEED).sample(pairs, min(asked.pairs, len(pairs)))
    apart = [abs(splink - kith) for splink, kith in some]
    lines = [
        f"{len(some):,} of {len(pairs):,} pairs that share a key, of {asked.records:,} records; bits from"
        f" {min(splink for splink, _ in some):.1f} to {max(splink for splink, _ in some):.1f}",
        f"largest difference between Splink's bits and Kith's: {max(apart):.1e}"
        f" ({sum(one > SAME_WITHIN for one in apart)} pairs differ by more than {SAME_WITHIN:.0e})",
    ]
    given = f"--records {asked.records} --pairs {asked.pairs}"
    publish("identity/splink_bits", lines, given=given)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith bench identity/splink_bits --", description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--pairs", type=int, default=10_000)
    return parser.parse_args()


def _of_splink(records: int) -> list[tuple[float, float]]:
    """(Splink's bits, Kith's bits) of every pair that Splink finds by the keys, the prior taken off."""
    from kith.identity.commonness import counted
    from kith.identity.keys import matching_keys
    from kith.identity.model import levels_of, model_in_use, splink_in_use
    from kith.identity.traits import traits_of
    from kith.linkage.engines import Question, engine
    from kith.linkage.people_file import Row, read_file

    rows = read_file(registry(records, 200) / "registry.csv")
    traits = [traits_of(row.said) for row in rows if isinstance(row, Row)]
    keys = [sorted(matching_keys(one, area="file")) for one in traits]
    splink = splink_in_use()
    chance = splink["probability_two_random_records_match"]
    prior = log2(chance / (1 - chance))
    # Splink counts names among all that it is given, those that occur once too.
    common, model = counted(traits, least=1), model_in_use()

    def ours(a: int, b: int) -> float:
        one, other = traits[a], traits[b]
        return model.uncapped(levels_of(one, other), one, other, common)

    found = engine("duckdb")(Question(traits, keys, splink, LEAST))
    return [(bits - prior, ours(a, b)) for a, b, bits in found]


if __name__ == "__main__":
    main()
