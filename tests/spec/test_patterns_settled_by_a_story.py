"""An injury or disclosure was closed on an account, and then came another report."""

from kith.rulebook.england.patterns.settled_by_a_story import settled_by_a_story


def test_a_second_bruise_after_the_first_was_closed_on_an_account_asks_for_a_strategy_discussion(spec):
    spec(
        settled_by_a_story,
        """
        happened | known  | said by               | kind              | details
        3 Feb    | 3 Feb  | school                | injury_seen       | explained_by=mother
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision | outcome=no_further_action
        17 Jun   | 17 Jun | hospital              | injury_seen       |

        as at 16 Jun: no
        as at 17 Jun: yes, because rows 2 3, step strategy_discussion, owner mash_manager
        as at 17 Jul: no                     <- 30 days after the second
        """,
    )


def test_a_second_report_after_half_a_year_or_a_closing_a_month_after_the_first_is_another_story(spec):
    table = """
        happened | known  | said by               | kind              | details
        3 Feb    | 3 Feb  | school                | injury_seen       |
        {}       | {}     | childrens_social_care | referral_decision | outcome=no_further_action
        {}       | {}     | hospital              | injury_seen       |

        as at 31 Aug: {}
        """
    spec(settled_by_a_story, table.format("5 Mar", "5 Mar", "31 Aug", "31 Aug", "yes, because rows 2 3"))
    spec(settled_by_a_story, table.format("6 Mar", "6 Mar", "31 Aug", "31 Aug", "no"))
    spec(settled_by_a_story, table.format("3 Mar", "3 Mar", "31 Aug", "31 Aug", "no"))


def test_what_ends_it_on_an_account_and_what_does_not(spec):
    table = """
        happened | known  | said by  | kind        | details
        3 Feb    | 3 Feb  | school   | disclosure  |
        5 Feb    | 5 Feb  | {}       | {}          | {}
        17 Mar   | 17 Mar | hospital | injury_seen |

        as at 17 Mar: {}
        """
    social_care, yes = "childrens_social_care", "yes, because rows 2 3"
    spec(settled_by_a_story, table.format(social_care, "worry_settled", "by=explanation_only", yes))
    spec(settled_by_a_story, table.format(social_care, "closed", "", yes))
    spec(settled_by_a_story, table.format("police", "closed", "", yes))
    spec(settled_by_a_story, table.format("health_visiting", "closed", "", "no"))
    spec(settled_by_a_story, table.format(social_care, "worry_settled", "by=evidence", "no"))
    spec(settled_by_a_story, table.format(social_care, "referral_decision", "outcome=assessment", "no"))
    spec(settled_by_a_story, table.format(social_care, "referral_decision", "", "no"))


def test_where_a_doctor_a_discussion_or_evidence_came_first_it_was_not_closed_on_an_account(spec):
    table = """
        happened | known  | said by               | kind              | details
        3 Feb    | 3 Feb  | school                | injury_seen       |
        4 Feb    | 4 Feb  | hospital              | {}                | {}
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision | outcome=advice
        17 Mar   | 17 Mar | hospital              | injury_seen       |

        as at 17 Mar: {}
        """
    spec(settled_by_a_story, table.format("medical_examination", "", "no"))
    spec(settled_by_a_story, table.format("strategy_discussion", "", "no"))
    spec(settled_by_a_story, table.format("worry_settled", "by=independent_opinion", "no"))
    spec(settled_by_a_story, table.format("carer_account_given", "", "yes, because rows 3 4"))


def test_the_report_must_be_of_weight_first_and_second(spec):
    table = """
        happened | known  | said by               | kind              | details
        3 Feb    | 3 Feb  | school                | {}                | {}
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision | outcome=advice
        17 Mar   | 17 Mar | school                | {}                | {}

        as at 17 Mar: {}
        """
    contact, physical, injury = "contact_received", "nature=physical", "injury_reported"
    spec(settled_by_a_story, table.format(contact, physical, "image_supplied", "", "yes"))
    spec(settled_by_a_story, table.format(contact, "", injury, "", "no"))
    spec(settled_by_a_story, table.format("neglect_observed", "", injury, "", "no"))
    spec(settled_by_a_story, table.format(injury, "", contact, "nature=neglect", "no"))
    spec(settled_by_a_story, table.format(injury, "", contact, "", "no"))


def test_a_strategy_discussion_about_the_second_answers_it(spec):
    spec(
        settled_by_a_story,
        """
        happened | known  | said by               | kind                | details
        3 Feb    | 3 Feb  | school                | injury_seen         |
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision   | outcome=advice
        17 Mar   | 17 Mar | hospital              | injury_seen         |
        18 Mar   | 18 Mar | childrens_social_care | strategy_discussion |

        as at 17 Mar: yes
        as at 18 Mar: no
        """,
    )


def test_a_report_told_late_counts_once_known_and_a_withdrawn_decision_no_longer(spec):
    spec(
        settled_by_a_story,
        """
        happened | known  | until  | said by               | kind              | details
        3 Feb    | 3 Feb  |        | school                | injury_seen       |
        5 Feb    | 5 Feb  | 25 Mar | childrens_social_care | referral_decision | outcome=advice
        10 Mar   | 20 Mar |        | hospital              | injury_seen       |

        as at 19 Mar: no
        as at 20 Mar: yes, because rows 2 3
        as at 25 Mar: no
        """,
    )
