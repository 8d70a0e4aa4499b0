"""Currency codes a case may name: those of the table of minor units, and older ones that no benefit is paid in.

Source: ISO 4217, tables A.1 and A.3. An amount in an older currency is a fact of a career; it is never rounded.
"""

from portability.faults import nearest
from portability.number.currency import is_currency

_OLDER = """
ADP AFA ALK AOK AON AOR ARA ARP ARY AYM AZM AZN BAD BGJ BGK BGL BOP BOV BRB BRC BRE BRN BRR BUK BYB BYR CHC CSD CSJ CSK
CUC DDM ECS ESA ESB GEK GHC GHP GNE GNS GQE GWE GWP HRD ILP ILR ISJ LAJ LSM LTT LUC LUL LVR MAF MLF MRO MTP MVQ MXP MZE
NIC PEH PEI PES PLZ RHD ROK ROL RUR SDD SDP SRG STD SUR TJR TMM TPE TRL UAK UGS UGW UYN UYP VEB VEF VNC XEU XRE YDD YUD
YUM YUN ZAL ZRN ZRZ ZWC
"""
OLDER = frozenset(_OLDER.split())


def is_known(code: str) -> bool:
    """Whether a code is or was a currency.

    >>> is_known("ZMW"), is_known("SUR"), is_known("ZZZ")
    (True, True, False)
    """
    return is_currency(code) or code in OLDER


def nearest_currency(code: str) -> str | None:
    """The known currency nearest to a code that is none: the same in capitals, or one letter off.

    >>> nearest_currency("usd"), nearest_currency("ZMQ"), nearest_currency("Rand")
    ('USD', 'ZMW', None)
    """
    code = code.strip().upper()
    if is_known(code):
        return code
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    changed = (code[:at] + letter + code[at + 1 :] for at in (2, 1, 0) for letter in letters)
    return nearest(code, filter(is_known, changed)) if len(code) == 3 else None
