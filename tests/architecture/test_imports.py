"""Who may import whom: the contracts in pyproject.toml hold, and each of them catches what it is for."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import KITH, ROOT, rooms_by_height

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
WITH_TABLES = sorted(
    {
        path.relative_to(KITH).parts[0]
        for path in (*KITH.glob("*/models.py"), *KITH.glob("*/models/__init__.py"))
    }
)
PLANTED = {
    "people/operations.py": "import kith.chronology\nimport kith.agencies\n",
    "grammar/graph.py": "import django\n",
    "rulebook/england/patterns/one.py": "import kith.rulebook.england.patterns.two\n",
    "rulebook/england/patterns/two.py": "",
    "rulebook/england/clocks/one.py": "import kith.rulebook.england.clocks.two\n",
    "rulebook/england/clocks/two.py": "",
    "feeds/police/receive.py": "import kith.feeds.health\n",
    "feeds/health/receive.py": "",
    "patterns/ask.py": "import kith.patterns.say\n",
    "patterns/say.py": "import kith.patterns.ask\n",
    "web/child.py": "".join(f"import kith.{room}.models\n" for room in WITH_TABLES),
    "api/child.py": "import kith.web.models\n",
    "jobs/in_bulk.py": "import kith.linkage.link\n",
    "linkage/link.py": "import splink\nimport duckdb\nimport pyarrow\nimport numpy\nimport pyspark\n",
    "web/pictures.py": "import PIL\n",
    "files/drawn_anew.py": "import PIL\nimport pypdfium2\n",
    "people/referrer_models.py": "",
    "decisions/challenges/models.py": "",
    "misc/things.py": "",
}


def lint(folder: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter in ``folder`` on the package that is in ``source``."""
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(source)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def said_of_a_house_with_faults(tmp_path_factory) -> str:
    """What import-linter says of a skeleton of Kith that breaks every contract."""
    folder = tmp_path_factory.mktemp("house")
    package = folder / "src" / "kith"
    rooms = {f"{room}/models.py": "" for room in rooms_by_height()}
    for name, text in (rooms | PLANTED).items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        for above in path.relative_to(package).parents:
            (package / above / "__init__.py").touch()
    without_exceptions = re.sub(
        r"ignore_imports = \[.*?\n\]\n", "", (ROOT / "pyproject.toml").read_text(), flags=re.DOTALL
    )
    (folder / "pyproject.toml").write_text(without_exceptions)
    return lint(folder, folder / "src").stdout


def test_the_house_keeps_every_contract():
    done = lint(ROOT, ROOT / "src")
    assert done.returncode == 0, done.stdout.partition("Broken contracts")[2] or done.stdout


@pytest.mark.parametrize("name", [contract["name"] for contract in CONTRACTS])
def test_each_contract_is_broken_by_what_it_forbids(name, said_of_a_house_with_faults):
    caught = [
        line.removesuffix(" BROKEN")
        for line in said_of_a_house_with_faults.splitlines()
        if line.endswith(" BROKEN")
    ]
    assert name in caught


def test_a_new_folder_that_nobody_planned_is_found(said_of_a_house_with_faults):
    assert "misc" in said_of_a_house_with_faults


def test_every_room_with_tables_keeps_them_to_itself():
    kept = {contract["protected_modules"][0] for contract in CONTRACTS if contract["type"] == "protected"}
    assert kept == {f"kith.{room}.models" for room in WITH_TABLES}
