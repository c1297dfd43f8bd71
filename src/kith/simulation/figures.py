"""Official figures that the made-up England is held against: each with its year and publication.

Rates are a child and year over an area, from counts for England divided by 11,998,646 children (ONS mid-year, as
used in the serious incident notifications release 2025). Publications are DfE's unless said; [GK] is unchecked.
"""

CHILDREN = 11_998_646

REFERRALS = 632_830 / CHILDREN
"""Children in need 2024-25: referrals in the year. .0527"""
NO_FURTHER_ACTION = 0.065
"""Children in need 2024-25: referrals that ended in no further action (regions 1.2 to 8.9 in a hundred)."""
ASSESSED_NOT_IN_NEED = 0.308
"""Children in need 2024-25: referrals that were assessed and found not in need (regions 27.4 to 35.8)."""
REFERRED_AGAIN = 0.226
"""Children in need 2024-25: referrals within twelve months of an earlier one."""
SECTION_47 = 230_590 / CHILDREN
"""Children in need 2024-25: section 47 enquiries started. .0192"""
INITIAL_CONFERENCES = 72_100 / CHILDREN
"""Children in need 2024-25: initial child protection conferences. .0060"""
PLAN_STARTS = 61_840 / CHILDREN
"""Children in need 2024-25: child protection plans started. .0052"""
PLAN_FROM_CONFERENCE = 61_840 / 72_100
"""Derived: 85.8 in a hundred initial conferences led to a plan."""

CONFERENCE_WITHIN = {"0-10": 6_240, "11-15": 52_430, "16-20": 6_430, "21-28": 6_990}
"""Working days from the start of the section 47 enquiry to the initial conference, 2024-25 (21 and more)."""
PLAN_LASTS = {(45, 91): 15.9, (92, 182): 11.0, (183, 365): 43.5, (366, 730): 25.2, (731, 900): 4.4}
"""Days that plans that ended in 2024-25 had lasted; two years and more are cut at 900 here."""
CATEGORY = {"neglect": 26_010, "emotional": 18_380, "physical": 3_820, "sexual": 1_970}
"""Plans at 31 March 2020 by category, the latest table found; 1,330 of multiple categories left out."""
ASSESSMENT_WORKING_DAYS = 33
"""Children in need 2022-23: average duration of an assessment."""

REFERRED_BY = {
    "police": 28.0,
    "school": 21.0,
    "health": 15.0,
    "authority": 14.1,
    "family": 8.1,
    "anonymous": 2.1,
    "housing": 1.3,
    "early_years": 2.1,
}
"""Who referred, in a hundred: police and schools 2024-25, the others 2019-20 (column order inferred)."""

POLICE_NOTICES = 12 * 11.7 / 10_000 / 0.21
"""Operation Encompass in Lancashire, summer 2024: 11 to 12.5 notices a month in 10,000 people [GK population];
children are about 21 in a hundred of them [GK]. .067 a child and year."""

WORKER_LEAVES_A_YEAR = 0.118
"""Children's social work workforce, 30 September 2025: turnover; moves between teams come on top."""
AGENCY_WORKERS = 0.13
"""Children's social work workforce, 30 September 2025: agency rate, full-time equivalent."""
