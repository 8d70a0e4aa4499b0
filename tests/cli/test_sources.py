"""What a decision cites by a key is told in full, in every form."""

import json

import pytest

from portability.cli import main
from tests.house.command import a_case


def test_every_source_cited_is_named_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", str(a_case()), "--agreements", "r167-for-all", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    reasons = {id_ for row in [*told["benefits"], *told["floor"]] for id_ in row["reasons"]}
    cited = {step["cites"].split(", ")[0] for step in told["steps"] if step["id"] in reasons and "cites" in step}
    cited |= {one["cites"].split(", ")[0] for one in told["findings"] if "cites" in one}
    assert {one["key"] for one in told["sources"]} == cited - {"assumption"}  # what a case assumes has no source
    assert all(one["title"] for one in told["sources"])
    assert main(["case", str(a_case()), "--agreements", "r167-for-all"]) == 0
    page = capsys.readouterr().out
    assert all(f"  - {one['key']}: {one['title']}" in page for one in told["sources"])
