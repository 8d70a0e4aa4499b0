from random import Random
import pytest
from portability.assessment.shares import Sharing
from tests.assessment.shapes import SHAPES, SHARINGS
from tests.assessment.tables import Draw, differing, person

@pytest.mark.parametrize("name", SHAPES)
def test_shape(name):
    draw = Draw(Random(name))
    other = SHAPES["accrual"]
    links = [((0, 1), SHARINGS[0]), ((0, 1), SHARINGS[2])]
    persons = [person(draw, [SHAPES[name], draw.by.choice((SHAPES[name], other))], links) for _ in range(24)]
    faults = differing(persons)
    assert faults == [], "\n".join(faults[:4])
