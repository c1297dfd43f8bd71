"""Each agency rests on another acting, and nobody has the action."""

from kith.rulebook.england.patterns.each_waits_for_another import each_waits_for_another


def test_two_agencies_that_rest_on_another_ask_a_manager_of_the_one_that_said_so_last(spec):
    spec(
        each_waits_for_another,
        """
        happened | known  | said by | kind            | details
        3 Feb    | 3 Feb  | police  | action_answered | action=joint_visit answer=declined
        10 Feb   | 10 Feb | school  | closed          | stated_known_to_social_care=true

        as at 9 Feb: no
        as at 10 Feb: yes, because rows 1 2, step manager_review, owner head_teacher
        as at 4 Apr: no                      <- the first is more than 60 days old
        """,
    )


def test_a_request_counts_once_three_days_have_passed_without_an_answer(spec):
    spec(
        each_waits_for_another,
        """
        happened | known  | said by | kind                  | details    | ref
        3 Feb    | 3 Feb  | police  | action_answered       | answer=declined |
        9 Feb    | 9 Feb  | school  | information_requested | to=police  |
        16 Feb   | 16 Feb | police  | information_provided  |            | answers 2

        as at 11 Feb: no
        as at 12 Feb: yes, because rows 1 2
        as at 16 Feb: no                     <- answered, if late
        """,
    )


def test_one_agency_that_rests_on_another_is_not_each(spec):
    spec(
        each_waits_for_another,
        """
        happened | known  | said by | kind             | details
        3 Feb    | 3 Feb  | school  | action_requested | to=police
        10 Feb   | 10 Feb | school  | closed           | stated_known_to_social_care=true

        as at 10 Feb: no
        """,
    )


def test_a_closing_that_does_not_say_whom_it_relies_on_rests_on_nobody(spec):
    spec(
        each_waits_for_another,
        """
        happened | known  | said by | kind            | details
        3 Feb    | 3 Feb  | police  | action_answered | answer=declined
        10 Feb   | 10 Feb | school  | closed          |

        as at 10 Feb: no
        """,
    )


def test_somebody_who_acts_or_a_plan_that_is_open_answers_it(spec):
    table = """
        happened    | known       | said by               | kind            | details
        {}
        3 Feb       | 3 Feb       | police                | action_answered | answer=declined
        10 Feb      | 10 Feb      | school                | closed          | stated_known_to_social_care=true

        as at 10 Feb: {}
        """
    social_care = "childrens_social_care"
    acting = f"1 Feb | 1 Feb | {social_care} | assessment | stage=started"
    spec(each_waits_for_another, table.format(acting, "no"))
    finished = f"1 Feb | 1 Feb | {social_care} | assessment | stage=completed"
    spec(each_waits_for_another, table.format(finished, "yes, because rows 2 3"))
    on_a_plan = f"1 Oct 2025 | 1 Oct 2025 | {social_care} | plan | plan_type=child_in_need stage=started"
    spec(each_waits_for_another, table.format(on_a_plan, "no"))


def test_what_was_said_before_they_looked_together_is_past(spec):
    spec(
        each_waits_for_another,
        """
        happened | known  | said by               | kind                 | details
        3 Feb    | 3 Feb  | police                | action_answered      | answer=no_capacity
        5 Feb    | 5 Feb  | childrens_social_care | multi_agency_meeting |
        10 Feb   | 10 Feb | school                | closed               | stated_known_to_social_care=true

        as at 10 Feb: no
        """,
    )


def test_a_closing_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        each_waits_for_another,
        """
        happened | known  | until  | said by | kind            | details
        3 Feb    | 3 Feb  |        | police  | action_answered | answer=declined
        10 Feb   | 20 Feb | 23 Feb | school  | closed          | stated_known_to_social_care=true

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1 2
        as at 23 Feb: no
        """,
    )
