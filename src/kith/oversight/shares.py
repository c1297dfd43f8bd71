"""Shares of small numbers, with how far they can be trusted."""

from dataclasses import dataclass
from math import sqrt

FEWEST = 5
"""Of fewer than so many no share is shown: one family could be read off it [P]."""
Z = 1.96


@dataclass(frozen=True, kw_only=True)
class Share:
    """``part`` of ``whole``."""

    part: int
    whole: int

    @property
    def is_shown(self) -> bool:
        """Whether there are enough to show a share."""
        return self.whole >= FEWEST

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing is 0."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95% interval, from 0 to 1 (E. B. Wilson, 1927)."""
        if not self.whole:
            return 0.0, 1.0
        n, p = self.whole, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)
