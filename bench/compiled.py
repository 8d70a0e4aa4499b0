"""The C reference: `kern.c` built where there is a compiler, with rounding to cents beside it."""

import ctypes
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np

from bench import workload

HERE = Path(__file__).resolve().parent
FLAGS = (
    "-O3", "-march=native", "-mprefer-vector-width=512", "-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math",
    "-fopenmp", "-shared", "-fPIC",
)  # fmt: skip


class Compiled:
    """The reference over the persons of the workload, in its own fast layout."""

    def __init__(self, library: Path, drawn: dict[str, Any]) -> None:
        self._library, self._openmp = ctypes.CDLL(str(library)), ctypes.CDLL("libgomp.so.1")
        n = len(drawn["start"])
        self.n = n
        laid = {"start": np.int16, "end": np.int16, "country": np.int8, "wage": np.float64}
        self._in = [np.ascontiguousarray(drawn[name].T.astype(kind)) for name, kind in laid.items()]
        self._months, self._total = np.zeros((workload.C, n), np.int16), np.zeros(n, np.int16)
        self._paid, self._sum = np.zeros((workload.C, n)), np.zeros(n)
        self._cents = np.zeros((workload.C, n), np.int64)

    def run(self, threads: int) -> None:
        """Everything but rounding, as the reference stands."""
        self._openmp.omp_set_num_threads(threads)
        blocks = [*self._in, workload.FX, self._months, self._total, self._paid, self._sum]
        self._library.soa(ctypes.c_long(self.n), *(ctypes.c_void_p(block.ctypes.data) for block in blocks))

    def run_rounded(self, threads: int) -> None:
        """The same, and each amount rounded to cents."""
        self.run(threads)
        cells = ctypes.c_long(self.n * workload.C)
        self._library.cents(cells, ctypes.c_void_p(self._paid.ctypes.data), ctypes.c_void_p(self._cents.ctypes.data))

    def cents(self) -> Any:
        """What each State pays, in cents, States by persons, as floats have it."""
        self.run_rounded(1)
        return self._cents


def compiled(folder: Path, drawn: dict[str, Any]) -> Compiled | None:
    """The reference, built in a folder; None without a compiler."""
    compiler = next((found for name in ("gcc", "cc") if (found := shutil.which(name))), None)
    if compiler is None:
        return None
    library = folder / "rounded.so"
    done = subprocess.run([compiler, *FLAGS, "-o", str(library), str(HERE / "rounded.c")], capture_output=True, check=False)
    return Compiled(library, drawn) if done.returncode == 0 else None
