"""The first health assessment of a looked-after child: 20 working days."""

from kith.rulebook.england.clocks.first_health_assessment import first_health_assessment
from tests.support.clock_spec import clock_spec


def test_is_due_20_working_days_after_the_child_became_looked_after():
    clock_spec(
        first_health_assessment,
        """
        happened   | known      | said by               | kind         | details
        10 Dec     | 10 Dec     | childrens_social_care | looked_after | step=started
        8 Jan 2027 | 8 Jan 2027 | community_health      | looked_after | step=health_assessment

        as at 10 Dec: running, due 12 Jan 2027, started by row 1      <- Christmas and New Year between
        as at 8 Jan 2027: met, stopped by row 2
        """,
    )


def test_an_assessment_of_a_child_under_five_meets_it_too():
    clock_spec(
        first_health_assessment,
        """
        happened | known  | said by               | kind         | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after | step=started
        16 Mar   | 16 Mar | community_health      | looked_after | step=health_assessment_under_five

        as at 16 Mar: met, stopped by row 2
        """,
    )


def test_an_examination_of_another_sort_stops_nothing():
    clock_spec(
        first_health_assessment,
        """
        happened | known | said by               | kind                | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after        | step=started
        9 Mar    | 9 Mar | hospital              | medical_examination | examination=child_protection_medical

        as at 31 Mar: missed, due 30 Mar
        """,
    )


def test_an_assessment_told_late_was_missed_until_it_was_known():
    clock_spec(
        first_health_assessment,
        """
        happened | known  | said by               | kind         | details
        2 Mar    | 2 Mar  | childrens_social_care | looked_after | step=started
        26 Mar   | 20 Apr | community_health      | looked_after | step=health_assessment     <- told late

        as at 17 Apr: missed
        as at 20 Apr: met
        """,
    )


def test_falls_away_when_the_child_is_no_longer_looked_after():
    clock_spec(
        first_health_assessment,
        """
        happened | known | said by               | kind         | details
        2 Mar    | 2 Mar | childrens_social_care | looked_after | step=started
        5 Mar    | 5 Mar | childrens_social_care | looked_after | step=ended

        as at 5 Mar: fell away, ended by row 2
        """,
    )
