"""Country codes: ISO 3166-1 alpha-2, the codes of States that are no more, and the invented States XA to XZ.

The list of assigned codes follows the ISO Online Browsing Platform (249 codes, unchanged since South Sudan in 2011);
codes of dead States follow ISO 3166-3 with the year in which the code was withdrawn. ISO leaves XA to XZ to users.
"""

_CURRENT = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
# Code -> the last year in which something under it can have begun (the year ISO withdrew it), and what came after.
# CS was Czechoslovakia until 1993 and Serbia and Montenegro from 2003 to 2006; the later end is kept.
ENDED: dict[str, tuple[int, str]] = {
    "AN": (2010, "BQ, CW or SX"),
    "BU": (1989, "MM"),
    "CS": (2006, "CZ, SK, RS or ME"),
    "DD": (1990, "DE"),
    "DY": (1977, "BJ"),
    "FX": (1997, "FR"),
    "HV": (1984, "BF"),
    "NH": (1980, "VU"),
    "NT": (1993, "IQ or SA"),
    "RH": (1980, "ZW"),
    "SU": (1992, "RU or another successor State"),
    "TP": (2002, "TL"),
    "VD": (1977, "VN"),
    "YD": (1990, "YE"),
    "YU": (2003, "a successor State (BA, HR, ME, MK, RS, SI, or CS to 2006)"),
    "ZR": (1997, "CD"),
}
CURRENT = frozenset(_CURRENT.split())
INVENTED = frozenset("X" + chr(letter) for letter in range(ord("A"), ord("Z") + 1))
READ_AS = {"UK": "GB", "EL": "GR"}  # codes the institutions of the European Union use
KNOWN = CURRENT | ENDED.keys() | INVENTED


def country(code: str) -> str | None:
    """The country a code stands for, or None where it stands for none.

    >>> country("ZW"), country("UK"), country("SU"), country("XA"), country("AA")
    ('ZW', 'GB', 'SU', 'XA', None)
    """
    code = READ_AS.get(code, code)
    return code if code in KNOWN else None


def year_ended(code: str) -> int | None:
    """The year in which the code of a dead State was withdrawn; None for a living or invented State.

    >>> year_ended("SU"), year_ended("ZW")
    (1992, None)
    """
    ended = ENDED.get(code)
    return None if ended is None else ended[0]
