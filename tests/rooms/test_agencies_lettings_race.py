"""Of several uses of one code at the same moment one wins."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from kith.agencies import models, operations
from kith.kernel.clock import now
from kith.kernel.errors import BadInput
from tests.rooms.test_agencies_lettings_in import JOEL, made, quick, who
from tests.support.world import tolland_bay

assert quick


@pytest.mark.django_db(transaction=True)
def test_of_eight_uses_at_once_one_wins_and_its_password_stands():
    at = now()
    tolland_bay(at)
    _, id = made(at)
    joel, together, won, lost = who(JOEL, at), Barrier(8), [], []

    def one_use(number):
        password = f"heron ladder quiet turnip {number}"
        together.wait()
        try:
            operations.use_code(letting_in=id, password=password, device="Firefox on Windows", by=joel, at=at)
            won.append(password)
        except BadInput as bad:
            lost.append(bad.field)
        finally:
            connection.close()

    threads = [Thread(target=one_use, args=(number,)) for number in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (len(won), lost) == (1, ["code"] * 7)
    assert models.SignIn.objects.get(practitioner__code=JOEL).check_password(won[0])
    assert models.LettingInEnd.objects.count() == 1
