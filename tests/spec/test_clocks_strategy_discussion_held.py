"""The strategy discussion: hours from the moment of reasonable cause, set locally."""

from kith.grammar.durations import hours
from kith.rulebook.england.clocks.strategy_discussion_held import strategy_discussion_held
from tests.support.clock_spec import clock_spec


def test_is_due_24_hours_after_reasonable_cause_weekend_or_not():
    clock_spec(
        strategy_discussion_held,
        """
        happened    | known       | said by               | kind                | details
        6 Mar 16:10 | 6 Mar 16:10 | childrens_social_care | referral_decision   | outcome=strategy_discussion
        7 Mar 15:00 | 7 Mar 15:00 | childrens_social_care | strategy_discussion | outcome=section_47_joint

        as at 7 Mar 14:00: running, due 7 Mar 16:10
        as at 7 Mar 15:00: met, stopped by row 2
        """,
    )


def test_is_missed_a_second_after_the_hour():
    clock_spec(
        strategy_discussion_held,
        """
        happened    | known       | said by               | kind              | details
        6 Mar 16:10 | 6 Mar 16:10 | childrens_social_care | referral_decision | outcome=strategy_discussion

        as at 7 Mar 16:10: running
        as at 7 Mar 16:11: missed
        """,
    )


def test_counts_true_hours_when_the_clocks_go_forward():
    clock_spec(
        strategy_discussion_held,
        """
        happened     | known        | said by               | kind              | details
        28 Mar 16:00 | 28 Mar 16:00 | childrens_social_care | referral_decision | outcome=strategy_discussion

        as at 28 Mar 17:00: running, due 29 Mar 17:00
        """,
    )


def test_counts_true_hours_when_the_clocks_go_back():
    clock_spec(
        strategy_discussion_held,
        """
        happened     | known        | said by               | kind              | details
        24 Oct 16:00 | 24 Oct 16:00 | childrens_social_care | referral_decision | outcome=strategy_discussion

        as at 24 Oct 17:00: running, due 25 Oct 15:00
        """,
    )


def test_a_discussion_without_a_time_on_the_day_it_was_due_cannot_be_shown_to_be_in_time():
    clock_spec(
        strategy_discussion_held,
        """
        happened    | known       | said by               | kind                | details
        3 Mar 15:00 | 3 Mar 15:00 | childrens_social_care | referral_decision   | outcome=strategy_discussion
        4 Mar       | 4 Mar       | police                | strategy_discussion |

        as at 4 Mar: met late, due 4 Mar 15:00, not certain
        """,
    )


def test_a_discussion_without_a_time_on_the_same_day_was_in_time():
    clock_spec(
        strategy_discussion_held,
        """
        happened    | known       | said by               | kind                | details
        3 Mar 15:00 | 3 Mar 15:00 | childrens_social_care | referral_decision   | outcome=strategy_discussion
        3 Mar       | 3 Mar       | police                | strategy_discussion |

        as at 3 Mar: met
        """,
    )


def test_another_outcome_of_the_referral_does_not_start_it():
    clock_spec(
        strategy_discussion_held,
        """
        happened    | known       | said by               | kind              | details
        3 Mar 15:00 | 3 Mar 15:00 | childrens_social_care | referral_decision | outcome=assessment

        as at 9 Mar: not started
        """,
    )


def test_an_area_may_ask_for_it_within_four_hours():
    clock_spec(
        strategy_discussion_held,
        """
        happened    | known       | said by               | kind              | details
        3 Mar 22:00 | 3 Mar 22:00 | childrens_social_care | referral_decision | outcome=strategy_discussion

        as at 3 Mar 23:00: running, due 4 Mar 02:00
        """,
        local_limit=hours(4),
    )
