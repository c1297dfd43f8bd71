"""Closed because social care was thought to have it, when it had not."""

from kith.rulebook.england.patterns.social_care_has_it import social_care_has_it


def test_closing_because_social_care_is_said_to_have_it_when_it_has_not_asks_that_agencys_manager(spec):
    spec(
        social_care_has_it,
        """
        happened | known  | said by         | kind   | details
        10 Feb   | 10 Feb | health_visiting | closed | stated_known_to_social_care=true

        as at 9 Feb: no
        as at 10 Feb: yes, because rows 1, step refer, owner named_nurse
        as at 12 Mar: no                     <- 30 days on
        """,
    )


def test_a_closing_that_does_not_rely_on_social_care_or_does_not_say_asks_nothing(spec):
    table = """
        happened | known  | said by         | kind   | details
        10 Feb   | 10 Feb | health_visiting | closed | {}

        as at 10 Feb: no
        """
    spec(social_care_has_it, table.format("stated_known_to_social_care=false"))
    spec(social_care_has_it, table.format(""))


def test_where_social_care_is_working_with_the_child_it_was_right_to_rely_on_it(spec):
    table = """
        happened | known  | said by               | kind   | details
        1 Feb    | 1 Feb  | childrens_social_care | {}     | {}
        10 Feb   | 10 Feb | health_visiting       | closed | stated_known_to_social_care=true

        as at 10 Feb: {}
        """
    spec(social_care_has_it, table.format("assessment", "stage=started", "no"))
    spec(social_care_has_it, table.format("referral_decision", "outcome=assessment", "no"))
    spec(social_care_has_it, table.format("plan", "plan_type=child_in_need stage=started", "no"))
    spec(social_care_has_it, table.format("plan", "stage=started", "no"))
    spec(social_care_has_it, table.format("plan", "plan_type=early_help stage=started", "yes"))
    spec(social_care_has_it, table.format("referral_decision", "outcome=no_further_action", "yes"))
    spec(social_care_has_it, table.format("contact_received", "", "yes, because rows 2"))


def test_relying_on_work_that_had_ended_is_asked_about_and_on_work_that_ended_later_is_not(spec):
    table = """
        happened | known  | said by               | kind       | details
        1 Jan    | 1 Jan  | childrens_social_care | assessment | stage=started
        {}       | {}     | childrens_social_care | closed     |
        10 Feb   | 10 Feb | health_visiting       | closed     | stated_known_to_social_care=true

        as at 20 Feb: {}
        """
    spec(social_care_has_it, table.format("3 Feb", "3 Feb", "yes, because rows 3"))
    spec(social_care_has_it, table.format("15 Feb", "15 Feb", "no"))


def test_telling_social_care_answers_it(spec):
    spec(
        social_care_has_it,
        """
        happened | known  | said by               | kind             | details
        10 Feb   | 10 Feb | school                | closed           | stated_known_to_social_care=true
        12 Feb   | 12 Feb | childrens_social_care | contact_received |

        as at 11 Feb: yes, because rows 1, owner head_teacher
        as at 12 Feb: no
        """,
    )


def test_a_closing_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        social_care_has_it,
        """
        happened | known  | until  | said by | kind   | details
        10 Feb   | 20 Feb | 25 Feb | police  | closed | stated_known_to_social_care=true

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1, owner police_supervisor
        as at 25 Feb: no
        """,
    )
