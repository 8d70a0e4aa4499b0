"""What a decision does not load: the models that check law files are for `check` and the tests."""

import subprocess
import sys

MODELS = ("portability.law.leaf", "portability.law.national", "portability.law.agreement", "portability.law.series")


def test_a_case_is_decided_without_the_models_of_law_files() -> None:
    code = "import sys, portability.assessment.decide; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "portability.law.dated" in loaded
    assert [name for name in MODELS if name in loaded] == []
