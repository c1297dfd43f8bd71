"""Story tests happen in Tolland Bay."""

import pytest

from tests.support.world import Area, tolland_bay


@pytest.fixture
def area(db: None) -> Area:
    return tolland_bay()
