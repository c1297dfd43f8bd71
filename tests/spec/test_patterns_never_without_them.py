"""Across all agencies the child is only ever seen with a carer there."""

from kith.rulebook.england.patterns.never_without_them import never_without_them


def test_a_child_seen_twice_and_never_alone_while_a_worry_stands_asks_who_will_see_them_alone(spec):
    spec(
        never_without_them,
        """
        child born 3 May 2019
        happened | known  | said by               | kind       | details
        1 Feb    | 1 Feb  | school                | disclosure | nature=physical
        3 Feb    | 3 Feb  | childrens_social_care | visit      | seen=true seen_alone=false
        17 Feb   | 17 Feb | gp                    | child_seen | seen_alone=false

        as at 16 Feb: no
        as at 17 Feb: yes, because rows 1 2 3, step see_child_alone, owner team_manager
        as at 17 Mar: no                     <- the first sight is more than 42 days ago
        """,
    )


def test_whoever_saw_the_child_alone_in_that_time_answers_it(spec):
    table = """
        child born 3 May 2019
        happened | known  | said by               | kind       | details
        1 Feb    | 1 Feb  | school                | disclosure | nature=physical
        3 Feb    | 3 Feb  | childrens_social_care | visit      | seen=true seen_alone=false
        10 Feb   | 10 Feb | school                | {}         | {}
        17 Feb   | 17 Feb | childrens_social_care | visit      | seen=true seen_alone=false

        as at 17 Feb: {}
        """
    spec(never_without_them, table.format("child_seen", "seen_alone=true", "no"))
    spec(never_without_them, table.format("visit", "seen_alone=true", "no"))
    spec(never_without_them, table.format("child_seen", "", "yes"))  # whether alone is not said


def test_a_sight_that_does_not_say_whether_the_child_was_alone_counts_for_neither(spec):
    spec(
        never_without_them,
        """
        child born 3 May 2019
        happened | known  | said by               | kind       | details
        1 Feb    | 1 Feb  | school                | disclosure | nature=physical
        3 Feb    | 3 Feb  | childrens_social_care | visit      | seen=true seen_alone=false
        17 Feb   | 17 Feb | childrens_social_care | visit      | seen=true

        as at 17 Feb: no
        """,
    )


def test_without_a_worry_that_stands_there_is_nothing_to_ask(spec):
    table = """
        child born 3 May 2019
        happened    | known       | said by               | kind          | details
        {}
        3 Feb       | 3 Feb       | childrens_social_care | visit         | seen=true seen_alone=false
        17 Feb      | 17 Feb      | childrens_social_care | visit         | seen=true seen_alone=false
        18 Feb      | 18 Feb      | childrens_social_care | worry_settled | by={}

        as at 18 Feb: {}
        """
    worry = "1 Feb | 1 Feb | school | neglect_observed | "
    long_ago = "1 Nov 2025 | 1 Nov 2025 | school | neglect_observed | "
    spec(never_without_them, table.format(worry, "evidence", "no"))
    spec(never_without_them, table.format(worry, "explanation_only", "yes, because rows 1 2 3"))
    spec(never_without_them, table.format(long_ago, "explanation_only", "no"))


def test_a_child_too_young_to_speak_is_not_spoken_to_alone(spec):
    table = """
        child born {}
        happened | known  | said by               | kind       | details
        1 Feb    | 1 Feb  | school                | disclosure | nature=physical
        3 Feb    | 3 Feb  | childrens_social_care | visit      | seen=true seen_alone=false
        17 Feb   | 17 Feb | childrens_social_care | visit      | seen=true seen_alone=false {}

        as at 17 Feb: {}
        """
    spec(never_without_them, table.format("3 May 2025", "", "no"))
    spec(never_without_them, table.format("3 Jan 2024", "", "yes"))
    spec(never_without_them, table.format("3 Jan 2024", "reason_not_alone=too_young", "no"))
    spec(never_without_them, table.format("3 Jan 2024", "reason_not_alone=carer_stayed", "yes"))


def test_one_sight_that_two_agencies_write_down_is_one(spec):
    spec(
        never_without_them,
        """
        happened | known | said by               | kind       | details                    | ref
        1 Feb    | 1 Feb | school                | disclosure | nature=physical            |
        3 Feb    | 3 Feb | childrens_social_care | visit      | seen=true seen_alone=false |
        3 Feb    | 4 Feb | police                | visit      | seen=true seen_alone=false | same as 2

        as at 4 Feb: no
        """,
    )


def test_it_turns_to_yes_by_waiting_when_the_last_time_alone_grows_old(spec):
    spec(
        never_without_them,
        """
        happened | known  | said by               | kind             | details
        1 Feb    | 1 Feb  | childrens_social_care | visit            | seen=true seen_alone=true
        20 Feb   | 20 Feb | school                | neglect_observed |
        3 Mar    | 3 Mar  | childrens_social_care | visit            | seen=true seen_alone=false
        10 Mar   | 10 Mar | childrens_social_care | visit            | seen=true seen_alone=false

        as at 14 Mar: no
        as at 15 Mar: yes, because rows 2 3 4
        """,
    )


def test_a_visit_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        never_without_them,
        """
        happened | known  | until  | said by               | kind       | details
        1 Feb    | 1 Feb  |        | school                | disclosure | nature=physical
        3 Feb    | 3 Feb  |        | childrens_social_care | visit      | seen=true seen_alone=false
        10 Feb   | 20 Feb | 25 Feb | health_visiting       | visit      | seen=true seen_alone=false

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1 2 3
        as at 25 Feb: no
        """,
    )
