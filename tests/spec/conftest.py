"""What specs of rules may ask for."""

from collections.abc import Callable

import pytest

from tests.support.spec import check


@pytest.fixture
def spec(db: None) -> Callable[..., None]:
    """``spec(pattern, table)``: every "as at" line of the table, asked of each engine. See `tests.support.spec`."""
    return check
