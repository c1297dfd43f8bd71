"""Visits are turned away or cancelled by the carer, and nobody has seen the child."""

from kith.rulebook.england.patterns.kept_from_the_door import kept_from_the_door


def test_two_visits_turned_away_in_four_weeks_ask_a_manager_how_the_child_is_to_be_seen(spec):
    spec(
        kept_from_the_door,
        """
        happened | known  | said by               | kind  | details
        3 Feb    | 3 Feb  | childrens_social_care | visit | outcome=no_reply
        17 Feb   | 17 Feb | health_visiting       | visit | outcome=cancelled_by_carer

        as at 16 Feb: no
        as at 17 Feb: yes, because rows 1 2, step manager_review, owner team_manager
        as at 3 Mar: no                      <- the first is more than 28 days ago
        """,
    )


def test_what_the_worker_cancelled_or_what_came_of_it_that_nobody_said_is_not_the_carers_doing(spec):
    table = """
        happened | known  | said by               | kind  | details
        3 Feb    | 3 Feb  | childrens_social_care | visit | outcome=refused
        17 Feb   | 17 Feb | childrens_social_care | visit | {}

        as at 17 Feb: {}
        """
    spec(kept_from_the_door, table.format("outcome=cancelled_by_worker", "no"))
    spec(kept_from_the_door, table.format("outcome=cancelled", "no"))
    spec(kept_from_the_door, table.format("", "no"))
    spec(kept_from_the_door, table.format("outcome=restricted", "yes, because rows 1 2"))


def test_a_child_whom_any_agency_has_seen_in_that_time_is_not_kept_out_of_sight(spec):
    table = """
        happened | known  | said by               | kind  | details
        3 Feb    | 3 Feb  | childrens_social_care | visit | outcome=refused
        5 Feb    | 5 Feb  | school                | {}    | {}
        17 Feb   | 17 Feb | childrens_social_care | visit | outcome=refused

        as at 17 Feb: {}
        """
    spec(kept_from_the_door, table.format("child_seen", "", "no"))
    spec(kept_from_the_door, table.format("injury_seen", "", "no"))
    spec(kept_from_the_door, table.format("appointment", "outcome=attended", "no"))
    spec(kept_from_the_door, table.format("visit", "seen_alone=true", "no"))
    spec(kept_from_the_door, table.format("appointment", "outcome=was_not_brought", "yes"))
    spec(kept_from_the_door, table.format("injury_reported", "", "yes"))


def test_a_child_seen_on_the_doorstep_was_seen(spec):
    spec(
        kept_from_the_door,
        """
        happened | known  | said by               | kind  | details
        3 Feb    | 3 Feb  | childrens_social_care | visit | outcome=restricted seen=true
        17 Feb   | 17 Feb | childrens_social_care | visit | outcome=refused

        as at 17 Feb: no
        """,
    )


def test_a_joint_visit_that_two_agencies_write_down_is_one_visit(spec):
    spec(
        kept_from_the_door,
        """
        happened | known | said by               | kind  | details         | ref
        3 Feb    | 3 Feb | childrens_social_care | visit | outcome=refused |
        3 Feb    | 4 Feb | police                | visit | outcome=refused | same as 1

        as at 4 Feb: no
        """,
    )


def test_it_turns_to_yes_by_waiting_when_the_last_sight_of_the_child_grows_old(spec):
    spec(
        kept_from_the_door,
        """
        happened | known  | said by               | kind       | details
        1 Feb    | 1 Feb  | school                | child_seen |
        20 Feb   | 20 Feb | childrens_social_care | visit      | outcome=refused
        25 Feb   | 25 Feb | childrens_social_care | visit      | outcome=refused

        as at 28 Feb: no
        as at 1 Mar: yes, because rows 2 3
        """,
    )


def test_a_visit_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        kept_from_the_door,
        """
        happened | known  | until  | said by               | kind  | details
        3 Feb    | 3 Feb  |        | childrens_social_care | visit | outcome=refused
        5 Feb    | 20 Feb | 25 Feb | health_visiting       | visit | outcome=no_reply

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1 2
        as at 25 Feb: no
        """,
    )
