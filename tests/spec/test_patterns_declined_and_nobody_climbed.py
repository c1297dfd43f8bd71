"""An action for a child’s safety was declined, and nobody took it further."""

from kith.rulebook.england.patterns.declined_and_nobody_climbed import declined_and_nobody_climbed


def test_a_welfare_check_declined_and_left_there_is_asked_about_after_a_day(spec):
    spec(
        declined_and_nobody_climbed,
        """
        happened    | known       | said by | kind            | details
        3 Feb 10:00 | 3 Feb 10:00 | police  | action_answered | action=welfare_check answer=declined

        as at 3 Feb: no
        as at 4 Feb 09:59: no                <- it waits for a day
        as at 4 Feb 10:00: yes, because rows 1, step escalate, owner mash_manager
        as at 5 Mar 10:00: no                <- more than 30 days on
        """,
    )


def test_nobody_free_is_declined_too_and_a_bed_or_an_unknown_action_or_answer_is_not_asked_about(spec):
    spec(
        declined_and_nobody_climbed,
        """
        happened | known | said by  | kind            | details
        3 Feb    | 3 Feb | hospital | action_answered | action=x_ray answer=no_capacity

        as at 4 Feb: yes, because rows 1
        """,
    )
    spec(
        declined_and_nobody_climbed,
        """
        happened | known | said by  | kind            | details
        3 Feb    | 3 Feb | hospital | action_answered | action=bed answer=no_capacity
        3 Feb    | 3 Feb | police   | action_answered | answer=declined
        3 Feb    | 3 Feb | police   | action_answered | action=welfare_check
        3 Feb    | 3 Feb | police   | action_answered | action=welfare_check answer=agreed

        as at 6 Feb: no
        """,
    )


def test_taking_it_up_a_level_answers_it_even_on_the_second_day(spec):
    table = """
        happened | known | said by               | kind            | details
        3 Feb    | 3 Feb | police                | action_answered | action=welfare_check answer=declined
        5 Feb    | 5 Feb | childrens_social_care | {}

        as at 4 Feb: yes, because rows 1
        as at 5 Feb: {}
        """
    spec(declined_and_nobody_climbed, table.format("escalation | stage=line_managers", "no"))
    spec(declined_and_nobody_climbed, table.format("strategy_discussion | ", "no"))
    spec(declined_and_nobody_climbed, table.format("dissent | ", "yes"))


def test_the_same_action_agreed_after_all_answers_it_and_another_action_does_not(spec):
    table = """
        happened | known | said by | kind            | details
        3 Feb    | 3 Feb | police  | action_answered | action=joint_visit answer=declined
        3 Feb    | 3 Feb | police  | action_answered | action={} answer=agreed

        as at 5 Feb: {}
        """
    spec(declined_and_nobody_climbed, table.format("joint_visit", "no"))
    spec(declined_and_nobody_climbed, table.format("medical", "yes, because rows 1"))


def test_what_was_done_by_other_means_is_not_asked_for_again(spec):
    table = """
        happened | known | said by  | kind            | details
        3 Feb    | 3 Feb | police   | action_answered | action={} answer=declined
        4 Feb    | 4 Feb | hospital | {}

        as at 6 Feb: {}
        """
    spec(declined_and_nobody_climbed, table.format("welfare_check", "child_seen | ", "no"))
    spec(declined_and_nobody_climbed, table.format("medical", "medical_examination | ", "no"))
    spec(declined_and_nobody_climbed, table.format("medical", "child_seen | ", "yes, because rows 1"))
    spec(declined_and_nobody_climbed, table.format("place", "placement_change | to=relatives", "no"))


def test_an_answer_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        declined_and_nobody_climbed,
        """
        happened | known  | until  | said by | kind            | details
        3 Feb    | 12 Feb | 18 Feb | police  | action_answered | action=welfare_check answer=declined

        as at 11 Feb: no
        as at 12 Feb: yes, because rows 1    <- the day has long passed
        as at 18 Feb: no
        """,
    )
