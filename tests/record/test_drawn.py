"""Tables: as tabulate draws them, of any text that is shown as wide as it has letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabulate import tabulate

from portability.record.drawn import drawn

CELLS = st.text("ab1.|- {}%é", max_size=6)


@pytest.mark.parametrize(("markdown", "style"), [(False, "simple_outline"), (True, "github")])
@given(data=st.data())
def test_a_table_is_drawn_as_tabulate_draws_it(markdown: bool, style: str, data: st.DataObject) -> None:
    columns = data.draw(st.integers(1, 4))
    head = data.draw(st.lists(st.text("abc", min_size=1, max_size=6), min_size=columns, max_size=columns))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=4))
    assert drawn(head, rows, markdown) == tabulate(rows, head, tablefmt=style, disable_numparse=True).splitlines()


def test_a_cell_stays_in_one_line() -> None:
    assert drawn(["a"], [["two\n  lines"]], markdown=True)[2] == "| two lines |"
