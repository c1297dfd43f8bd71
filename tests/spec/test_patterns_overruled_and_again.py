"""A step was lowered or declined, and then it happened again."""

from kith.rulebook.england.patterns.overruled_and_again import overruled_and_again


def test_a_bruise_after_the_step_for_a_bruise_was_lowered_asks_somebody_who_did_not_decide(spec):
    spec(
        overruled_and_again,
        """
        happened | known  | said by               | kind                | details
        3 Feb    | 3 Feb  | school                | injury_seen         | site=cheek
        5 Feb    | 5 Feb  | childrens_social_care | management_decision | decision=lowered
        17 Mar   | 17 Mar | school                | injury_seen         | site=ear

        as at 16 Mar: no
        as at 17 Mar: yes, because rows 2 3, step independent_review, owner independent_reviewer
        as at 16 May: no                     <- 60 days after it came again
        """,
    )


def test_a_worry_of_another_sort_is_another_story(spec):
    table = """
        happened | known  | said by               | kind                | details
        3 Feb    | 3 Feb  | school                | {}                  | {}
        5 Feb    | 5 Feb  | childrens_social_care | management_decision | decision=no_action
        17 Mar   | 17 Mar | school                | {}                  | {}

        as at 17 Mar: {}
        """
    contact = "contact_received"
    spec(overruled_and_again, table.format("injury_seen", "", "neglect_observed", "", "no"))
    spec(overruled_and_again, table.format(contact, "nature=physical", contact, "nature=sexual", "no"))
    spec(overruled_and_again, table.format(contact, "nature=sexual", contact, "nature=sexual", "yes"))
    spec(overruled_and_again, table.format("neglect_observed", "", contact, "nature=neglect", "yes"))
    spec(
        overruled_and_again, table.format("domestic_abuse_incident", "", "domestic_abuse_incident", "", "yes")
    )
    spec(overruled_and_again, table.format("carer_concern", "", "behaviour_concern", "", "yes"))


def test_where_nobody_gave_the_nature_it_may_be_the_same(spec):
    table = """
        happened | known  | said by               | kind                | details
        3 Feb    | 3 Feb  | school                | injury_seen         |
        5 Feb    | 5 Feb  | childrens_social_care | management_decision | decision=no_action
        17 Mar   | 17 Mar | childrens_social_care | contact_received    | {}

        as at 17 Mar: {}
        """
    spec(overruled_and_again, table.format("", "yes, because rows 2 3"))
    spec(overruled_and_again, table.format("nature=welfare", "yes, because rows 2 3"))
    spec(overruled_and_again, table.format("nature=emotional", "no"))


def test_a_step_that_was_raised_or_agreed_or_that_nobody_described_is_no_overruling(spec):
    table = """
        happened | known  | said by               | kind        | details
        3 Feb    | 3 Feb  | school                | injury_seen |
        5 Feb    | 5 Feb  | childrens_social_care | {}          | {}
        17 Mar   | 17 Mar | school                | injury_seen |

        as at 17 Mar: {}
        """
    decision = "management_decision"
    spec(overruled_and_again, table.format(decision, "decision=raised overrides_practitioner=true", "no"))
    spec(overruled_and_again, table.format(decision, "decision=action_agreed", "no"))
    spec(overruled_and_again, table.format(decision, "", "no"))
    spec(overruled_and_again, table.format(decision, "overrides_practitioner=true", "yes, because rows 2 3"))
    spec(overruled_and_again, table.format("action_answered", "answer=declined", "yes, because rows 2 3"))
    spec(overruled_and_again, table.format("action_answered", "answer=agreed", "no"))


def test_the_worry_must_come_within_60_days_of_the_decision_and_the_decision_of_the_worry_before(spec):
    table = """
        happened    | known       | said by               | kind                | details
        {}          | {}          | school                | injury_seen         |
        5 Feb       | 5 Feb       | childrens_social_care | management_decision | decision=lowered
        {}          | {}          | school                | injury_seen         |

        as at 10 Apr: {}
        """
    spec(overruled_and_again, table.format("3 Feb", "3 Feb", "6 Apr", "6 Apr", "yes"))
    spec(overruled_and_again, table.format("3 Feb", "3 Feb", "7 Apr", "7 Apr", "no"))
    spec(overruled_and_again, table.format("6 Dec 2025", "6 Dec 2025", "6 Apr", "6 Apr", "no"))


def test_once_it_was_looked_at_again_the_question_is_answered(spec):
    table = """
        happened | known  | said by               | kind                | details
        3 Feb    | 3 Feb  | school                | injury_seen         |
        5 Feb    | 5 Feb  | childrens_social_care | management_decision | decision=lowered
        17 Mar   | 17 Mar | school                | injury_seen         |
        19 Mar   | 19 Mar | childrens_social_care | {}                  | {}

        as at 19 Mar: {}
        """
    spec(overruled_and_again, table.format("strategy_discussion", "", "no"))
    spec(overruled_and_again, table.format("management_decision", "decision=raised", "no"))
    spec(overruled_and_again, table.format("supervision", "", "yes, because rows 2 3"))


def test_a_worry_told_late_counts_once_known_and_a_withdrawn_decision_no_longer(spec):
    spec(
        overruled_and_again,
        """
        happened | known  | until  | said by               | kind                | details
        3 Feb    | 3 Feb  |        | school                | injury_seen         |
        5 Feb    | 5 Feb  | 25 Mar | childrens_social_care | management_decision | decision=lowered
        17 Feb   | 20 Mar |        | school                | injury_seen         |

        as at 19 Mar: no
        as at 20 Mar: yes, because rows 2 3
        as at 25 Mar: no
        """,
    )
