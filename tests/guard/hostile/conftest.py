"""The hostile tests share one small world in each file."""

import pytest
from django.test import override_settings

from tests.guard.hostile import world


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, test_database, tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    kept = {
        "KITH_FILES": str(folder / "files"),
        "KITH_SEALED_FILES": str(folder / "sealed"),
        "KITH_SCANNER": "kith.files.scanners.none_configured",
    }
    with django_db_blocker.unblock(), override_settings(**kept), world.held(test_database, folder) as here:
        yield here
