"""The commands of ``./kith``: found by file name, told in one line each, and plain about what is wrong."""

import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kith.config import commands, running_demo
from kith.config.commands import __main__ as kith
from kith.config.commands import bench, demo, verify
from tests.architecture.source import ROOT


def test_every_command_says_in_one_line_what_it_does(capsys):
    assert kith.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 4
    assert all(line.startswith("  ./kith ") and line.endswith(".") for line in lines)


def test_a_command_that_is_not_there_is_named(capsys):
    assert kith.main(["frobnicate"]) == 2
    assert "there is no command 'frobnicate'" in capsys.readouterr().err


def test_a_command_whose_room_is_not_built_is_left_out(monkeypatch):
    monkeypatch.setattr(verify, "NEEDS", "kith.nowhere.at_all")
    assert "verify" not in commands.all_commands()
    assert "test" in commands.all_commands()


def test_the_words_after_a_command_are_given_to_it(monkeypatch):
    given = []
    found = SimpleNamespace(main=lambda arguments: given.extend(arguments) or 3)
    monkeypatch.setattr(kith, "all_commands", lambda: {"test": found})
    assert kith.main(["test", "--slow", "-x"]) == 3
    assert given == ["--slow", "-x"]


def test_a_port_in_use_is_told_in_one_line_with_what_to_type(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.main(["--port", str(port)]) == 1
    assert capsys.readouterr().err == f"kith: port {port} is in use: try ./kith demo --port {port + 1}\n"


def test_a_demo_that_cannot_start_its_database_says_why_in_one_line(capsys, monkeypatch, tmp_path):
    (tmp_path / "a_file").touch()
    monkeypatch.setattr(running_demo, "FOLDER", tmp_path / "a_file")
    assert demo.main(["--port", "1"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("kith: ")
    assert said.count("\n") == 1


def test_a_benchmark_that_is_not_there_is_named(capsys):
    assert bench.main(["frobnicate"]) == 2
    assert "there is no benchmark frobnicate" in capsys.readouterr().err


def test_verifying_without_a_database_says_what_to_do(capsys, monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(running_demo, "_ADDRESS", tmp_path / "address")
    assert verify.main([]) == 2
    assert "start ./kith demo" in capsys.readouterr().err


@pytest.fixture
def demo_address(monkeypatch, tmp_path):
    monkeypatch.setattr(running_demo, "_ADDRESS", tmp_path / "address")
    return tmp_path / "address"


def test_the_running_demos_database_is_found_by_its_owner_only(demo_address):
    running_demo.remember("postgresql://127.0.0.1/kith_demo")
    assert running_demo.database_url() == "postgresql://127.0.0.1/kith_demo"
    assert demo_address.stat().st_mode & 0o077 == 0
    running_demo.forget()
    assert running_demo.database_url() is None


def test_a_demo_that_was_killed_is_not_taken_for_a_running_one(demo_address):
    nobodys = int(Path("/proc/sys/kernel/pid_max").read_text()) + 1
    demo_address.write_text(f"{nobodys} postgresql://127.0.0.1/kith_demo")
    assert running_demo.database_url() is None


def test_the_root_script_reads_in_an_older_python_up_to_its_own_word_about_it():
    text = (ROOT / "kith").read_text()
    compile(text, "kith", "exec")
    assert "match " not in text
    assert 'f"' not in text


def test_no_command_reads_the_settings_before_one_was_chosen():
    """The demonstration says in the environment where its database is, and only then may anybody read the settings."""
    said = (
        "import importlib, pkgutil, kith.config.commands as commands\n"
        "for one in pkgutil.iter_modules(commands.__path__):\n"
        "    if one.name != '__main__':\n"
        "        importlib.import_module(f'kith.config.commands.{one.name}')\n"
        "from django.conf import settings\n"
        "raise SystemExit(settings.configured)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
