"""The words of the project: each defined once, in one sentence of our own, with the article it comes from.

Code, law files, messages and tests use these words and no others for these things; `docs/glossary.md` is made of them.
"""

from typing import NamedTuple


class Term(NamedTuple):
    """A word of the law: what it means here, and where it stands (`OWN` where no text gives it)."""

    word: str
    meaning: str
    article: str


OWN = "word of this project"
_P6000 = "EU 987/2009 Art 48(1), form P6000"

CONCEPTS = (
    Term("insurance_period", "Time of contributions or work which the law it was completed under treats as insurance.",
         "EU 883/2004 Art 1(t)"),
    Term("assimilated_period", "Time without contributions which a law treats as insurance: illness, service, care.",
         "EU 883/2004 Art 1(t); EU 987/2009 Art 12(4)"),
    Term("employment_period", "Time of work which the law it was completed under defines or recognises as such.",
         "EU 883/2004 Art 1(u)"),
    Term("residence_period", "Time of residence which the law it was completed under defines or recognises as such.",
         "EU 883/2004 Art 1(v)"),
    Term("qualifying_period", "The insurance, employment or residence, or a mix of them, that a law asks before a right"
         " opens.", "ILO C102 Art 1(1)(f)"),
    Term("totalisation", "Adding the periods completed under several laws, as far as needed, to open, keep or recover a"
         " right, each moment once.", "EU 883/2004 Art 6; ILO C118 Art 7(2)"),
    Term("theoretical_amount", "What a State would owe had all the periods of all States been completed under its law.",
         "EU 883/2004 Art 52(1)(b)(i)"),
    Term("pro_rata_amount", "The theoretical amount times own periods over all periods.",
         "EU 883/2004 Art 52(1)(b)(ii)"),
    Term("independent_benefit", "What a State owes under its law alone, on its own periods alone.",
         "EU 883/2004 Art 52(1)(a)"),
    Term("competent_state", "The State where the institution that must provide the benefit sits.",
         "EU 883/2004 Art 1(s)"),
    Term("competent_institution", "The institution that must provide the benefit, in general the one the person is"
         " insured with.", "EU 883/2004 Art 1(q)"),
    Term("applicable_legislation", "The one law a person is subject to at a time.", "EU 883/2004 Art 11(1)"),
    Term("acquired_rights", "Rights whose conditions are met already, and which a move must not take away.",
         "ILO C118 Art 7(1); ILO C157 Art 9"),
    Term("rights_in_course_of_acquisition", "Rights begun but not yet complete, which totalisation keeps alive.",
         "ILO C118 Art 7(1); ILO C157 Art 6"),
    Term("export", "Paying a benefit to one who lives in another State, without reduction, suspension or withdrawal.",
         "EU 883/2004 Art 7; ILO C118 Art 5(1)"),
    Term("equality_of_treatment", "The same coverage and the same benefits for the nationals of other parties as for a"
         " State's own.", "ILO C118 Art 3(1)"),
    Term("overlap", "Periods of two States at one time, of which the instrument says which one counts.",
         "EU 987/2009 Art 12"),
    Term("anti_overlap", "Reducing or suspending a benefit because of another benefit or income, within the limits an"
         " instrument sets.", "EU 883/2004 Arts 53-55"),
    Term("supplement", "What the State of residence adds where all the pensions together stay under its minimum for the"
         " periods counted.", "EU 883/2004 Art 58"),
    Term("residence_status", "In what standing a person lives in a State: national, permanent, regular, irregular,"
         " refugee, stateless, asylum seeker.", OWN),
    Term("floor_guarantee", "One of the four basic securities: health care; income for children, for those of working"
         " age, for older persons.", "ILO R202 para 5"),
    Term("floor_gap", "By how much what a person has stays below the level of a floor guarantee; never less than"
         " nought.", OWN),
    Term("standing", "How sure a thing is, once for the facts and once for the law.", OWN),
    Term("contingency", "The event a branch protects against: an age, a death, an accident, a birth, the loss of work.",
         "ILO C118 Art 12(2)"),
    Term("apportionment", "Sharing the cost of one career among the States by the periods completed in each.",
         "ILO C118 Art 7(3); EU 883/2004 Art 52(1)(b)"),
    Term("provident_fund", "A scheme that pays the person's own balance, mostly at once, instead of a pension.", OWN),
    Term("degree_of_incapacity", "The share of working power lost, on which an injury benefit depends.",
         "ILO C121 Art 14"),
    Term("survivor", "One who is left by the death of the insured, and whose own nationality does not matter.",
         "ILO C118 Art 3(2)"),
)

BRANCHES = (
    Term("medical_care", "Care of the sick, preventive or curative, and of pregnancy and birth.", "ILO C102 Part II"),
    Term("sickness", "Cash for one who cannot work, being ill.", "ILO C102 Part III"),
    Term("unemployment", "Cash for one who can work, is ready to, and finds none.", "ILO C102 Part IV"),
    Term("old_age", "A benefit for survival beyond a prescribed age.", "ILO C102 Part V"),
    Term("employment_injury", "Care and cash after an accident at work or a prescribed disease.", "ILO C102 Part VI"),
    Term("family", "Benefits for the maintenance of children.", "ILO C102 Part VII"),
    Term("maternity", "Care and cash for pregnancy, confinement and what follows.", "ILO C102 Part VIII"),
    Term("invalidity", "A benefit for one who is, likely for good, unable to earn.", "ILO C102 Part IX"),
    Term("survivors", "Benefits for the widow or widower and the children of the breadwinner who died.",
         "ILO C102 Part X"),
    Term("death_grant", "A single payment because of a death.", "EU 883/2004 Arts 42-43; ILO C118 Art 5(1)"),
)

ROUTES = (
    Term("independent", "National law alone, on own periods.", "EU 883/2004 Art 52(1)(a)"),
    Term("higher_of", "Each State pays the higher of its independent benefit and its pro-rata amount.",
         "EU 883/2004 Art 52(3)"),
    Term("independent_first", "Where own periods open the right, national law alone; totalisation only where they do"
         " not, or on request.", "Ibero-American Convention 2007, Art 13(1)"),
    Term("pro_rata", "Always the theoretical amount times own periods over all periods.", "ETS 78 Art 29(4)"),
    Term("direct", "Totalised periods open the right; the amount is reckoned on own periods only.", "ETS 78 Art 29(5)"),
    Term("coverage_lifetime", "The theoretical amount times own periods over the length of a whole insured life.",
         "20 CFR 404.1918"),
    Term("residence_fraction", "The full amount times years of residence over the years that give the full amount.",
         "ETS 78 Art 29(3)(b)"),
    Term("integration", "One State pays the whole on the periods of all; the cost may be settled between them.",
         "ILO C118 Art 7(3)"),
    Term("single_payer", "The State of residence awards and pays the whole under its own law, with no settlement.",
         "CIS Agreement of 13 March 1992"),
    Term("home_scheme", "A national stays insured in the home State's scheme while working in another.",
         "GCC extension of insurance protection, 2004"),
    Term("account", "Each account is kept, moved or paid by its own rules; length of insurance plays no part.",
         "EU 883/2004 Art 52(5)"),
    Term("principle", "The text states an aim and leaves the method to later agreements: nothing can be reckoned.",
         "SADC Code on Social Security Art 17"),
)

REFUSALS = (
    Term("no_periods", "No period was completed under this law.", _P6000),
    Term("under_one_year", "Less than a year, and no right on it alone: the other States take it over.",
         "EU 883/2004 Art 57(1)"),
    Term("qualifying_period", "The periods, all counted, stay short of what the law asks.", _P6000),
    Term("not_invalid", "The loss of capacity does not reach the degree the law asks.", _P6000),
    Term("income_limit", "Income or assets exceed what the law allows.", _P6000),
    Term("age", "The age the law asks is not reached.", _P6000),
    Term("missing_information", "The claim lacks something without which it cannot be decided.", _P6000),
    Term("no_participation", "The person did not take part in the inquiry, as the law asks.", _P6000),
    Term("residence", "The condition of residence is not met.", _P6000),
    Term("nationality", "The law asks for a nationality or status the person does not have.", _P6000),
    Term("other", "Another reason, named in the decision.", _P6000),
)

STATUSES = (
    Term("entitled", "The conditions are met; an amount may still be unknown.", OWN),
    Term("refused", "A condition is not met, and the decision names it.", OWN),
    Term("undetermined", "The law or a fact needed is not known, so neither right nor refusal can be said.", OWN),
    Term("to_examine", "An authority must use its judgment before this can be said.", OWN),
)

STANDINGS = (
    Term("certified", "A fact that an institution has stated.", "EU 987/2009 Art 13(1)"),
    Term("declared", "A fact that the person has stated.", OWN),
    Term("assumed", "A fact or a reading of the law taken for want of better, with its reason.", OWN),
    Term("missing", "A fact that nobody has stated.", OWN),
    Term("official", "Seen in the law, its gazette or the institution's own publication.", OWN),
    Term("secondary", "Read elsewhere: a guide, the press, another body's account.", OWN),
    Term("unconfirmed", "Recalled, or told by analogy or in conflict, and not yet seen in a source.", OWN),
)

GROUPS: dict[str, tuple[Term, ...]] = {
    "Terms": CONCEPTS,
    "Branches": BRANCHES,
    "Routes and methods": ROUTES,
    "Reasons of refusal": REFUSALS,
    "Statuses": STATUSES,
    "Standings": STANDINGS,
}
"""The words in the order of the glossary; one may stand in two groups: `qualifying_period` is a thing and a refusal."""

TERMS: dict[str, Term] = {term.word: term for group in reversed(tuple(GROUPS.values())) for term in group}
"""Every word, by itself; of a word that stands in two groups, the meaning in the first."""


def glossary() -> str:
    """The words with their meanings and articles, as the page `docs/glossary.md` and the command `glossary` print them.

    >>> "| `export` | Paying a benefit to one who lives in another State" in glossary()
    True
    """
    lines = ["# Glossary", "", "The words of the project, in our own sentences, and the article each comes from."]
    for title, terms in GROUPS.items():
        lines += ["", f"## {title}", "", "| word | meaning | where it stands |", "|---|---|---|"]
        lines += [f"| `{term.word}` | {term.meaning} | {term.article} |" for term in terms]
    lines += [
        "",
        "ILO: conventions (C) and recommendations (R) of the International Labour Organization. EU: the regulations on"
        " the coordination of social security, 883/2004 with its implementing regulation 987/2009. ETS 78: the European"
        " Convention on Social Security of 1972. CFR: the Code of Federal Regulations of the United States.",
    ]
    return "\n".join(lines) + "\n"
