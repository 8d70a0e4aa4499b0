"""Currencies and their minor units: a small table of facts of ISO 4217, living and dead.

Source: ISO 4217, tables A.1 (current codes, with the minor unit) and A.3 (historic codes). Table A.3 prints no minor
units: a dead currency keeps the digits it had while it lived. The currencies of the euro that were always counted
whole (peseta, lira, escudo, Belgian and Luxembourg franc, drachma) have none. XTS is the code ISO keeps for testing:
invented countries pay in it.
"""

# Digits after the point, by code: living codes first, then dead ones.
_TWO = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
    KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
    TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG XTS YER ZAR ZMW ZWG
    ATS CYP DEM EEK FIM FRF HRK IEP LTL LVL MTL MZM NLG SIT SKK SLL ZMK ZWD ZWL ZWN ZWR
"""
_NONE = """
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
    BEF ESP GRD ITL LUF MGF PTE
"""
_THREE = "BHD IQD JOD KWD LYD OMR TND"
_FOUR = "CLF UYW"

_DIGITS = {
    code: digits for digits, codes in ((2, _TWO), (0, _NONE), (3, _THREE), (4, _FOUR)) for code in codes.split()
}


def is_currency(code: str) -> bool:
    """Whether a code is a currency of the table, living or dead.

    >>> is_currency("ZMK"), is_currency("XXX")
    (True, False)
    """
    return code in _DIGITS


def minor_digits(code: str) -> int:
    """Digits after the point in which a currency is paid; a dead currency keeps the digits it had.

    Raises ValueError for a code that is not in the table.

    >>> minor_digits("ZMW"), minor_digits("KMF"), minor_digits("ESP")
    (2, 0, 0)
    """
    try:
        return _DIGITS[code]
    except KeyError:
        raise ValueError(
            f'"{code}" is no currency known here: write its ISO 4217 code, such as ZMW or EUR (XTS for an invented one)'
        ) from None
