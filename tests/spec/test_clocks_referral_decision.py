"""The referral decision: one working day, each contact answered."""

from kith.rulebook.england.clocks.referral_decision import referral_decision
from tests.support.clock_spec import clock_spec


def test_is_due_at_the_end_of_the_next_working_day():
    clock_spec(
        referral_decision,
        """
        happened | known | said by               | kind             | details
        3 Mar    | 3 Mar | childrens_social_care | contact_received | nature=physical

        as at 2 Mar: not started
        as at 3 Mar: running, due 4 Mar 23:59, started by row 1, 1 working days left
        as at 4 Mar: running, due 4 Mar
        as at 5 Mar: missed, due 4 Mar, -1 working days left
        """,
    )


def test_what_a_partner_told_is_due_from_when_the_front_door_took_it_up():
    clock_spec(
        referral_decision,
        """
        happened    | known       | said by               | kind              | details
        3 Mar 09:00 | 3 Mar 09:00 | school                | contact_received  | nature=neglect
        3 Mar 09:00 | 3 Mar 09:00 | childrens_social_care | contact_opened    | because=told
        4 Mar 15:00 | 4 Mar 15:00 | childrens_social_care | referral_decision | outcome=assessment

        as at 3 Mar 10:00: running, due 4 Mar 23:59, started by row 2
        as at 4 Mar 15:00: met, started by row 2, stopped by row 3
        """,
    )


def test_a_contact_on_good_friday_is_due_on_the_tuesday_after_easter():
    clock_spec(
        referral_decision,
        """
        happened    | known       | said by               | kind              | details
        3 Apr 18:00 | 3 Apr 18:00 | childrens_social_care | contact_received  |
        7 Apr 16:00 | 7 Apr 16:00 | childrens_social_care | referral_decision | outcome=assessment

        as at 6 Apr: running, due 7 Apr, 1 working days left
        as at 7 Apr 16:00: met, started by row 1, stopped by row 2
        """,
    )


def test_a_contact_on_christmas_eve_is_due_after_the_substitute_bank_holiday():
    clock_spec(
        referral_decision,
        """
        happened     | known        | said by               | kind              | details
        24 Dec 16:40 | 24 Dec 16:40 | childrens_social_care | contact_received  |
        30 Dec       | 30 Dec       | childrens_social_care | referral_decision | outcome=advice

        as at 28 Dec: running, due 29 Dec
        as at 29 Dec: running
        as at 30 Dec: met late, due 29 Dec
        """,
    )


def test_a_contact_told_late_was_due_when_it_should_have_been():
    clock_spec(
        referral_decision,
        """
        happened | known | said by               | kind              | details
        3 Mar    | 9 Mar | childrens_social_care | contact_received  |                       <- recorded late
        4 Mar    | 12 Mar | childrens_social_care | referral_decision | outcome=assessment   <- and so was this

        as at 8 Mar: not started
        as at 9 Mar: missed, due 4 Mar, started by row 1
        as at 12 Mar: met, due 4 Mar, stopped by row 2
        """,
    )


def test_a_decision_about_one_contact_leaves_the_other_waiting():
    clock_spec(
        referral_decision,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | contact_received  | nature=neglect
        3 Mar    | 3 Mar | childrens_social_care | contact_received  | nature=physical
        3 Mar    | 3 Mar | childrens_social_care | referral_decision | outcome=no_further_action, answers row 1
        9 Mar    | 9 Mar | childrens_social_care | referral_decision | outcome=assessment

        as at 2 Mar: running, due 3 Mar, started by row 1
        as at 3 Mar: running, due 4 Mar, started by row 2
        as at 5 Mar: missed, started by row 2
        as at 9 Mar: met late, started by row 2, stopped by row 4
        """,
    )


def test_a_decision_that_names_no_contact_answers_all_that_wait():
    clock_spec(
        referral_decision,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | contact_received  |
        3 Mar    | 3 Mar | childrens_social_care | contact_received  |
        3 Mar    | 3 Mar | childrens_social_care | referral_decision | outcome=assessment

        as at 3 Mar: met, started by row 1, also row 2, stopped by row 3
        """,
    )


def test_a_contact_with_another_agency_does_not_start_it():
    clock_spec(
        referral_decision,
        """
        happened | known | said by | kind             | details
        3 Mar    | 3 Mar | school  | contact_received | nature=physical

        as at 9 Mar: not started
        """,
    )


def test_a_contact_withdrawn_because_it_was_about_another_child_no_longer_starts_it():
    clock_spec(
        referral_decision,
        """
        happened | known             | said by               | kind             | details
        3 Mar    | 3 Mar until 5 Mar | childrens_social_care | contact_received |

        as at 4 Mar: running, due 4 Mar
        as at 5 Mar: not started
        """,
    )


def test_on_a_day_without_times_the_order_of_writing_holds():
    clock_spec(
        referral_decision,
        """
        happened    | known | said by               | kind              | details
        3 Mar       | 3 Mar | childrens_social_care | contact_received  |
        3 Mar 10:00 | 3 Mar | childrens_social_care | referral_decision | outcome=assessment

        as at 3 Mar: met, stopped by row 2
        """,
    )


def test_a_decision_that_names_its_contact_answers_it_however_rough_the_date():
    clock_spec(
        referral_decision,
        """
        happened | known  | said by               | kind              | details
        Mar      | 10 Mar | childrens_social_care | contact_received  |
        20 Mar   | 20 Mar | childrens_social_care | referral_decision | outcome=assessment
        20 Mar   | 21 Mar | childrens_social_care | referral_decision | outcome=assessment, answers row 1

        as at 10 Mar: missed, due 2 Mar
        as at 20 Mar: missed      <- nothing shows that this decision came after that contact
        as at 21 Mar: met late, stopped by row 3
        """,
    )


def test_a_decision_in_the_morning_does_not_answer_a_contact_in_the_afternoon():
    clock_spec(
        referral_decision,
        """
        happened    | known       | said by               | kind              | details
        3 Mar 15:00 | 3 Mar 15:00 | childrens_social_care | contact_received  |
        3 Mar 10:00 | 3 Mar 16:00 | childrens_social_care | referral_decision | outcome=assessment

        as at 3 Mar: running, due 4 Mar
        """,
    )


def test_correcting_or_repeating_what_was_written_does_not_choose_a_contact():
    clock_spec(
        referral_decision,
        """
        happened | known | said by               | kind              | details
        2 Mar    | 2 Mar | childrens_social_care | contact_received  |
        3 Mar    | 3 Mar | childrens_social_care | contact_received  |
        3 Mar    | 3 Mar | childrens_social_care | referral_decision | outcome=assessment, corrects row 2

        as at 3 Mar: met, started by row 1, also row 2
        """,
    )


def test_a_decision_about_a_contact_that_was_corrected_since_still_answers_that_one_alone():
    clock_spec(
        referral_decision,
        """
        happened | known             | said by               | kind              | details
        2 Mar    | 2 Mar             | childrens_social_care | contact_received  | nature=neglect
        3 Mar    | 3 Mar until 5 Mar | childrens_social_care | contact_received  | nature=physical
        3 Mar    | 3 Mar             | childrens_social_care | referral_decision | outcome=advice, answers row 2
        3 Mar    | 5 Mar             | childrens_social_care | contact_received  | nature=sexual, corrects row 2

        as at 4 Mar: missed, due 3 Mar, started by row 1
        as at 5 Mar: missed, due 3 Mar, started by row 1
        """,
    )
