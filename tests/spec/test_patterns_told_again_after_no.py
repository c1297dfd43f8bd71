"""A relative or neighbour told us again after a decision of no further action."""

from kith.rulebook.england.patterns.told_again_after_no import told_again_after_no


def test_a_grandmother_who_rings_again_after_no_further_action_asks_another_manager_to_decide(spec):
    spec(
        told_again_after_no,
        """
        happened | known  | said by               | kind              | details                   | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received  | informant=grandmother     | family
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision | outcome=no_further_action |
        17 Mar   | 17 Mar | police                | contact_received  | informant=grandmother     | family

        as at 16 Mar: no
        as at 17 Mar: yes, because rows 2 3, step manager_review, owner service_manager
        as at 16 Apr: no                     <- 30 days on
        """,
    )


def test_professionals_before_or_after_are_another_question(spec):
    table = """
        happened | known  | said by               | kind              | details        | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received  |                | {}
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision | outcome=advice |
        17 Mar   | 17 Mar | childrens_social_care | contact_received  |                | {}

        as at 17 Mar: {}
        """
    spec(told_again_after_no, table.format("professional", "family", "no"))
    spec(told_again_after_no, table.format("family", "professional", "no"))
    spec(told_again_after_no, table.format("anonymous", "public", "yes, because rows 2 3"))


def test_another_decision_or_one_that_nobody_described_is_not_no(spec):
    table = """
        happened | known  | said by               | kind             | details | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received |         | family
        5 Feb    | 5 Feb  | childrens_social_care | {}               | {}      |
        17 Mar   | 17 Mar | childrens_social_care | contact_received |         | family

        as at 17 Mar: {}
        """
    spec(told_again_after_no, table.format("referral_decision", "outcome=early_help", "no"))
    spec(told_again_after_no, table.format("referral_decision", "", "no"))
    nothing_more = "stage=completed outcome=no_further_action"
    spec(told_again_after_no, table.format("assessment", nothing_more, "yes, because rows 2 3"))


def test_a_decision_a_month_after_the_first_call_or_a_call_after_90_days_is_another_story(spec):
    table = """
        happened | known  | said by               | kind              | details        | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received  |                | family
        {}       | {}     | childrens_social_care | referral_decision | outcome=advice |
        {}       | {}     | childrens_social_care | contact_received  |                | family

        as at {}
        """
    spec(told_again_after_no, table.format("5 Mar", "5 Mar", "17 Mar", "17 Mar", "17 Mar: yes"))
    spec(told_again_after_no, table.format("6 Mar", "6 Mar", "17 Mar", "17 Mar", "17 Mar: no"))
    spec(told_again_after_no, table.format("5 Feb", "5 Feb", "7 May", "7 May", "7 May: no"))


def test_work_that_starts_afterwards_answers_it_and_a_second_no_does_not(spec):
    table = """
        happened | known  | said by               | kind              | details        | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received  |                | family
        5 Feb    | 5 Feb  | childrens_social_care | referral_decision | outcome=advice |
        17 Mar   | 17 Mar | childrens_social_care | contact_received  |                | family
        18 Mar   | 18 Mar | childrens_social_care | referral_decision | outcome={}     |

        as at 18 Mar: {}
        """
    spec(told_again_after_no, table.format("assessment", "no"))
    spec(told_again_after_no, table.format("no_further_action", "yes"))


def test_a_call_told_of_late_counts_once_known_and_a_withdrawn_decision_no_longer(spec):
    spec(
        told_again_after_no,
        """
        happened | known  | until  | said by               | kind              | details        | voice
        3 Feb    | 3 Feb  |        | childrens_social_care | contact_received  |                | family
        5 Feb    | 5 Feb  | 25 Mar | childrens_social_care | referral_decision | outcome=advice |
        10 Mar   | 20 Mar |        | police                | contact_received  |                | family

        as at 19 Mar: no
        as at 20 Mar: yes, because rows 2 3
        as at 25 Mar: no
        """,
    )
