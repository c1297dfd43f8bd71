"""Seeing the child alone while on a plan: every 10 working days, set locally."""

from kith.grammar.durations import working_days
from kith.rulebook.england.clocks.child_seen_alone_on_plan import child_seen_alone_on_plan
from tests.support.clock_spec import clock_spec


def test_each_visit_alone_starts_the_next_ten_days():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection, stage=started, category=neglect
        10 Mar   | 10 Mar | childrens_social_care | visit | outcome=completed, seen_alone=true
        24 Mar   | 24 Mar | childrens_social_care | visit | outcome=completed, seen_alone=true

        as at 2 Mar: running, due 16 Mar, started by row 1
        as at 10 Mar: running, due 24 Mar, started by row 2
        as at 24 Mar: running, due 9 Apr, started by row 3      <- Good Friday and Easter Monday between
        as at 10 Apr: missed, due 9 Apr
        """,
    )


def test_a_visit_that_does_not_say_whether_the_child_was_alone_stops_nothing():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection, stage=started
        5 Mar    | 5 Mar  | childrens_social_care | visit | outcome=completed, seen=true
        10 Mar   | 10 Mar | childrens_social_care | visit | outcome=completed, seen=true, seen_alone=false
        12 Mar   | 12 Mar | childrens_social_care | visit | outcome=no_reply

        as at 16 Mar: running, due 16 Mar, started by row 1
        as at 17 Mar: missed, started by row 1
        """,
    )


def test_being_seen_alone_by_another_agency_does_not_stop_the_social_workers_clock():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known | said by               | kind  | details
        2 Mar    | 2 Mar | childrens_social_care | plan  | plan_type=child_protection, stage=started
        5 Mar    | 5 Mar | health_visiting       | visit | outcome=completed, seen_alone=true

        as at 5 Mar: running, due 16 Mar
        """,
    )


def test_a_visit_before_the_plan_does_not_start_it():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known  | said by               | kind  | details
        25 Feb   | 25 Feb | childrens_social_care | visit | outcome=completed, seen_alone=true
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection, stage=started

        as at 26 Feb: not started
        as at 2 Mar: running, due 16 Mar, started by row 2
        """,
    )


def test_a_visit_told_late_moves_the_due_day_only_once_it_is_known():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection, stage=started
        12 Mar   | 20 Mar | childrens_social_care | visit | seen_alone=true                             <- told late

        as at 19 Mar: missed, due 16 Mar
        as at 20 Mar: running, due 26 Mar, started by row 2
        """,
    )


def test_it_falls_away_with_the_plan_and_comes_back_with_another():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection, stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit | seen_alone=true
        17 Mar   | 17 Mar | childrens_social_care | plan  | plan_type=child_protection, stage=ended
        20 Mar   | 20 Mar | childrens_social_care | visit | seen_alone=true
        1 Jun    | 1 Jun  | childrens_social_care | plan  | plan_type=child_protection, stage=started

        as at 17 Mar: fell away, ended by row 3
        as at 20 Mar: fell away
        as at 1 Jun: running, due 15 Jun, started by row 5
        """,
    )


def test_a_child_in_need_plan_does_not_start_it():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_in_need, stage=started

        as at 20 Mar: not started
        """,
    )


def test_an_area_may_visit_every_five_working_days_or_every_twenty():
    table = """
        happened | known | said by               | kind | details
        2 Mar    | 2 Mar | childrens_social_care | plan | plan_type=child_protection, stage=started

        as at 2 Mar: running, due {}
        """
    clock_spec(child_seen_alone_on_plan, table.format("9 Mar"), local_limit=working_days(5))
    clock_spec(child_seen_alone_on_plan, table.format("30 Mar"), local_limit=working_days(20))


def test_a_visit_that_refers_to_the_plan_answers_the_visit_before_it():
    clock_spec(
        child_seen_alone_on_plan,
        """
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection, stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit | seen_alone=true
        16 Mar   | 16 Mar | childrens_social_care | visit | seen_alone=true, about row 1

        as at 16 Mar: running, due 30 Mar, started by row 3
        """,
    )
