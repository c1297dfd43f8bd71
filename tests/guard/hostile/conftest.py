"""The hostile tests share one small world, and the forms that its pages offer."""

import pytest
from django.test import override_settings

from tests.guard.hostile import forms, world


@pytest.fixture(scope="package")
def made(django_db_setup, django_db_blocker, test_database, tmp_path_factory):
    """The world; every test takes back what it writes."""
    folder = tmp_path_factory.mktemp("files")
    kept = {
        "KITH_FILES": str(folder / "files"),
        "KITH_SEALED_FILES": str(folder / "sealed"),
        "KITH_SCANNER": "kith.files.scanners.none_configured",
    }
    with django_db_blocker.unblock(), override_settings(**kept), world.held(test_database, folder) as here:
        yield here


@pytest.fixture(scope="package")
def every_form(made):
    """Each form of each page, once."""
    return forms.on_every_page(made)
