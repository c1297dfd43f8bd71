"""A named social worker: 24 hours, set locally."""

from kith.rulebook.england.clocks.social_worker_allocated import social_worker_allocated
from tests.support.clock_spec import clock_spec


def test_is_due_24_hours_after_the_decision_at_any_time_of_day():
    clock_spec(
        social_worker_allocated,
        """
        happened    | known       | said by               | kind              | details
        2 Mar 16:40 | 2 Mar 16:40 | childrens_social_care | referral_decision | outcome=assessment
        3 Mar 09:10 | 3 Mar 09:10 | childrens_social_care | allocation_change | change=allocated

        as at 2 Mar 17:00: running, due 3 Mar 16:40, started by row 1
        as at 3 Mar 09:10: met, stopped by row 2
        """,
    )


def test_the_hour_that_spring_takes_is_not_given_back():
    clock_spec(
        social_worker_allocated,
        """
        happened     | known        | said by               | kind              | details
        28 Mar 16:40 | 28 Mar 16:40 | childrens_social_care | referral_decision | outcome=strategy_discussion

        as at 28 Mar 17:00: running, due 29 Mar 17:40
        """,
    )


def test_held_by_a_manager_without_a_worker_is_not_allocated():
    clock_spec(
        social_worker_allocated,
        """
        happened    | known       | said by               | kind              | details
        2 Mar 16:40 | 2 Mar 16:40 | childrens_social_care | referral_decision | outcome=assessment
        3 Mar 09:10 | 3 Mar 09:10 | childrens_social_care | allocation_change | unallocated=true
        3 Mar 09:30 | 3 Mar 09:30 | childrens_social_care | allocation_change |

        as at 3 Mar 16:41: missed
        """,
    )


def test_a_social_worker_who_began_the_assessment_or_went_to_see_the_child_has_the_child():
    clock_spec(
        social_worker_allocated,
        """
        happened    | known       | said by               | kind              | details
        2 Mar 16:40 | 2 Mar 16:40 | childrens_social_care | referral_decision | outcome=assessment
        3 Mar 10:00 | 3 Mar 10:00 | childrens_social_care | visit             | outcome=no_reply

        as at 3 Mar 10:00: met, stopped by row 2
        """,
    )


def test_an_allocation_told_late_was_missed_until_it_was_known():
    clock_spec(
        social_worker_allocated,
        """
        happened    | known       | said by               | kind              | details
        2 Mar 16:40 | 2 Mar 16:40 | childrens_social_care | referral_decision | outcome=assessment
        3 Mar 09:10 | 5 Mar 09:00 | childrens_social_care | allocation_change | unallocated=false     <- told late

        as at 4 Mar: missed
        as at 5 Mar: met
        """,
    )


def test_falls_away_when_social_care_closes():
    clock_spec(
        social_worker_allocated,
        """
        happened    | known       | said by               | kind              | details
        2 Mar 16:40 | 2 Mar 16:40 | childrens_social_care | referral_decision | outcome=assessment
        3 Mar 09:10 | 3 Mar 09:10 | childrens_social_care | closed            |

        as at 3 Mar 09:10: fell away, ended by row 2
        """,
    )
