"""A regime: the law of one branch of one scheme from one day on, whatever the branch."""

import datetime

from pydantic import Field

from portability.law.paying import Paying
from portability.law.values import Text


class Regime(Paying):
    """The rules of one branch of one scheme from one day on, `until` a day (inclusive) or until the next regime."""

    from_: datetime.date = Field(alias="from")
    until: datetime.date | None = None
    published: datetime.date | None = None
    end_published: datetime.date | None = None
    source: Text
    note: Text | None = None
    not_modelled: list[Text] | None = None
