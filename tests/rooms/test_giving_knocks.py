"""Kith knocks: only where it may, saying nothing but "ask", again until a person is told, and never losing a knock."""

import base64
import hashlib
import hmac
import json
import socket
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kith.giving import knocking, models, operations, queries
from kith.giving.booking import put_ready
from kith.giving.knocking import knock
from kith.giving.webhook import addresses, posting
from kith.giving.webhook.addresses import NotAllowed, check_address, is_public
from kith.giving.webhook.posting import post
from kith.giving.webhook.signing import secret_of
from kith.kernel import outbox
from kith.kernel.errors import BadInput, Refused
from tests.rooms.giving_world import HOST, POLICE, SCHOOL, actor, given_to, sent
from tests.rooms.test_giving_what_goes import AMIRA
from tests.support.world import tolland_bay

ADDRESS = f"https://{HOST}/kith"
INSIDE = (
    "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1",
    "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001:db8::1", "fec0::1", "2001:0:7f00:1::", "fe80::1%lo", "", "x",
)  # fmt: skip
PUBLIC = ("8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8")
NOT_ADDRESSES = (
    "", "http://hook.school.example/", "ftp://hook.school.example/", "file:///etc/passwd", "//hook.school.example/",
    "https://", "https:///x", "https://u@hook.school.example/", "https://u:p@hook.school.example/", f"{ADDRESS}#x",
    "https://hook.school.example@evil.example/", "https://evil.example\\@hook.school.example/", "https://hook.school.example:99999/",
    "https://hook.school.example/ x", "https://hook.school.example\r\nX: y/", "https://hook.school.example\t/", "https://evil.example/",
    "https://hook.school.example.evil.example/", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f.1/",
    "https://hook.school.exаmple/", "https://%68ook.school.example/", "https://hook.school.example%00.evil.example/", "https://" + "a" * 400,
    "gopher://hook.school.example/", "javascript:alert(1)",
)  # fmt: skip


@pytest.fixture(autouse=True)
def allowed(settings):
    settings.KITH_GIVING_HOSTS = (HOST,)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not_public_whatever_it_is_wrapped_in(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_ADDRESSES)
def test_kith_does_not_knock_at_such_an_address(address):
    with pytest.raises(BadInput) as wrong:
        check_address(address)
    assert len(address) < 10 or address not in wrong.value.problem


def test_a_host_on_the_list_is_taken_in_capitals_and_with_a_dot_at_its_end():
    assert check_address("https://HOOK.school.example./a?b=c").host == HOST


def names(monkeypatch, *answers):
    """What the host's name stands for, one answer after the other; the last for ever. Counts how often it was asked."""
    asked = []

    def look_up(host, port):
        asked.append(host)
        found = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(addresses, "_look_up", look_up)
    return asked


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["169.254.169.254"], ["::ffff:127.0.0.1"]]
)
def test_a_name_that_points_inside_is_not_connected_to(monkeypatch, found):
    names(monkeypatch, found)
    monkeypatch.setattr(posting, "_connection", lambda *given: pytest.fail("it connected"))
    with pytest.raises(NotAllowed, match="not_public"):
        post(check_address(ADDRESS), body=b"{}", headers={})


def test_a_name_that_changes_its_mind_is_asked_once_and_the_answer_that_was_checked_is_used(monkeypatch):
    asked = names(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    made = []

    def connection(place, address):
        made.append(address)
        raise OSError

    monkeypatch.setattr(posting, "_connection", connection)
    with pytest.raises((NotAllowed, OSError)):
        post(check_address(ADDRESS), body=b"{}", headers={})
    assert (made, asked) == (["8.8.8.8"], [HOST])


def test_the_certificate_is_that_of_the_name_and_the_connection_to_the_address():
    connection = posting._connection(check_address(ADDRESS), "8.8.8.8")
    assert (connection.host, connection.server_hostname, connection.assert_hostname) == (
        "8.8.8.8",
        HOST,
        HOST,
    )
    assert connection.ssl_context.verify_mode.name == "CERT_REQUIRED"


def test_a_machine_of_ones_own_is_knocked_at_in_the_demo_alone(settings):
    with pytest.raises(BadInput):
        check_address("http://localhost:9/")
    settings.KITH_GIVING_LOOPBACK = True
    assert check_address("http://localhost:9/").port == 9
    with pytest.raises(BadInput):
        check_address("http://10.0.0.1/")


# ── a system that listens ─────────────────────────────────────────────────────────────────────────────────────────


class Listener:
    """A system on this machine: what it was sent, and what it answers."""

    def __init__(self):
        self.status, self.heads, self.got = 200, {}, []
        self.port = 0

    def answer(self, handler):
        length = int(handler.headers["Content-Length"])
        self.got.append((handler.path, dict(handler.headers), handler.rfile.read(length)))
        handler.send_response(self.status)
        for name, value in self.heads.items():
            handler.send_header(name, value)
        handler.end_headers()


@contextmanager
def listening():
    one = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            one.answer(self)

        def log_message(self, *given):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    one.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def system(settings):
    settings.KITH_GIVING_LOOPBACK = True
    with listening() as one:
        yield one


@pytest.fixture
def area(db):
    return tolland_bay()


@pytest.fixture
def school(area, system):
    return given_to(area, SCHOOL, address=f"http://localhost:{system.port}/hook?a=b")


def ready(area, key="pupil-7"):
    sent(area, SCHOOL, key, **AMIRA)
    put_ready(at=area.now)


def view(area):
    (one,) = queries.receivers_for(by=actor(area, SCHOOL), at=area.now)
    return one


def test_a_knock_says_ask_and_nothing_else_under_a_signature_that_the_system_can_check(area, system, school):
    ready(area)
    knock(at=area.now)
    ((path, heads, body),) = system.got
    assert path == "/hook?a=b"
    assert json.loads(body) == {"type": "given.ready", "data": {"up_to": "1", "ask": "/api/v1/given"}}
    assert b"Amira" not in body and b"pupil" not in body
    key = base64.b64decode(secret_of(school, turn=1).removeprefix("whsec_"))
    words = f"{heads['webhook-id']}.{heads['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, words, hashlib.sha256).digest()).decode()
    assert heads["webhook-signature"] == f"v1,{expected}" and int(heads["webhook-timestamp"]) == int(
        area.now.timestamp()
    )


def test_what_it_was_told_once_it_is_not_told_again(area, system, school):
    ready(area)
    for _ in "123":
        knock(at=area.now)
        put_ready(at=area.now)
    assert len(system.got) == 1 and view(area).said_to == 1
    ready(area, "pupil-8")
    knock(at=area.now)
    assert len(system.got) == 2 and view(area).said_to == 2


@pytest.mark.parametrize(
    ("status", "problem"), [(500, "fails"), (404, "refused"), (302, "redirected"), (307, "redirected")]
)
def test_what_was_not_heard_is_tried_again_with_longer_waits(area, system, school, status, problem):
    system.status, system.heads = status, {"Location": "http://localhost:1/"}
    ready(area)
    knock(at=area.now)
    knock(at=area.now)
    assert len(system.got) == 1 and (view(area).problem, view(area).attempts) == (problem, 1)
    system.status = 204
    area.now += timedelta(seconds=11)
    knock(at=area.now)
    assert len(system.got) == 2 and view(area).heard_at == area.now and view(area).waits_since is None
    assert system.got[0][1]["webhook-id"] == system.got[1][1]["webhook-id"]


def test_at_last_a_person_is_told_and_sends_it_again(area, system, school):
    system.status = 503
    ready(area)
    for _ in range(outbox.MOST_ATTEMPTS + 3):
        knock(at=area.now)
        area.now += timedelta(hours=1, seconds=1)
    assert len(system.got) == outbox.MOST_ATTEMPTS and view(area).given_up_at
    assert queries.given_up_in(area=area.code)
    put_ready(at=area.now)
    knock(at=area.now)
    assert len(system.got) == outbox.MOST_ATTEMPTS
    with pytest.raises(Refused):
        operations.send_again(school, by=actor(area, POLICE), at=area.now)
    system.status = 200
    operations.send_again(school, by=actor(area, SCHOOL), at=area.now)
    operations.send_again(school, by=actor(area, SCHOOL), at=area.now)
    knock(at=area.now)
    assert len(system.got) == outbox.MOST_ATTEMPTS + 1 and not queries.given_up_in(area=area.code)
    assert [row.what for row in models.GivingChange.objects.order_by("done_at")].count("sent_again") >= 1


@pytest.mark.django_db(transaction=True)
def test_a_process_that_dies_in_the_middle_of_a_knock_knocks_again_under_the_same_id(
    area, system, school, monkeypatch
):
    ready(area)
    real = knocking.post

    def dies(*given, **named):
        real(*given, **named)
        raise KeyboardInterrupt

    monkeypatch.setattr(knocking, "post", dies)
    with pytest.raises(KeyboardInterrupt):
        knock(at=area.now)
    monkeypatch.setattr(knocking, "post", real)
    knock(at=area.now)
    first, second = system.got
    assert first[1]["webhook-id"] == second[1]["webhook-id"] and view(area).said_to == 1


def test_whoever_answers_a_letter_at_a_time_is_cut_off(settings, monkeypatch):
    settings.KITH_GIVING_LOOPBACK = True
    monkeypatch.setattr(posting, "AT_MOST", 0.5)
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drips():
            client, _ = server.accept()
            with client:
                for sign in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200:
                    if stop.wait(0.1):
                        return
                    try:
                        client.sendall(bytes([sign]))
                    except OSError:
                        return

        thread = threading.Thread(target=drips, daemon=True)
        thread.start()
        try:
            with pytest.raises(NotAllowed, match="not_reached"):
                post(check_address(f"http://localhost:{server.getsockname()[1]}/"), body=b"{}", headers={})
        finally:
            stop.set()
            thread.join(5)


def test_a_host_that_was_taken_off_the_list_is_not_knocked_at(area, system, school, settings):
    ready(area)
    settings.KITH_GIVING_LOOPBACK = False
    knock(at=area.now)
    assert system.got == [] and view(area).problem == "not_allowed"


def test_whatever_goes_wrong_here_waits_its_turn(area, system, school, monkeypatch):
    def breaks(*given, **named):
        raise RuntimeError

    ready(area)
    monkeypatch.setattr(knocking, "post", breaks)
    knock(at=area.now)
    knock(at=area.now)
    assert (view(area).problem, view(area).attempts) == ("not_reached", 1)


def test_an_ended_system_is_told_of_nothing_more(area, system, school):
    ready(area)
    operations.end(school, by=area.system, at=area.now)
    knock(at=area.now)
    assert (system.got, put_ready(at=area.now)) == ([], 0)
    assert outbox.given_up(area=area.code) == []


def test_a_new_secret_makes_the_old_one_worthless(area, system, school):
    old = secret_of(school, turn=1)
    new = operations.new_secret(school, by=area.system, at=area.now).secret
    assert new != old and new == secret_of(school, turn=2)


def test_a_school_is_given_to_in_one_place_and_only_in_the_name_of_its_own(area, system, school):
    with pytest.raises(BadInput, match="has a system already"):
        given_to(area, SCHOOL, name="Another")
    with pytest.raises(BadInput):
        given_to(area, POLICE, name="Niche", address="https://evil.example/")
