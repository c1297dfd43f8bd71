"""An adult has come to live with or look after the child, and nobody has checked."""

from kith.rulebook.england.patterns.new_adult_unchecked import new_adult_unchecked


def test_two_agencies_that_tell_of_a_new_adult_ask_who_is_at_home(spec):
    spec(
        new_adult_unchecked,
        """
        child born 3 May 2025
        happened | known | said by         | kind                   | details
        3 Feb    | 3 Feb | health_visiting | adult_joined_household | who=new_partner
        5 Feb    | 5 Feb | police          | adult_joined_household | who=new_partner checks_done=false

        as at 4 Feb: no
        as at 5 Feb: yes, because rows 1 2, step household_check, owner team_manager
        """,
    )


def test_one_agencys_word_counts_after_a_fortnight(spec):
    spec(
        new_adult_unchecked,
        """
        child born 3 May 2025
        happened | known | said by | kind                   | details
        3 Feb    | 3 Feb | police  | adult_joined_household | who=new_partner lives_there=true

        as at 16 Feb: no
        as at 17 Feb: yes, because rows 1    <- it waits for 14 days
        as at 2 Aug: no                      <- 180 days on
        """,
    )


def test_for_an_older_child_it_takes_a_worry_or_work_that_is_open(spec):
    table = """
        child born 3 May 2019
        happened    | known       | said by               | kind                   | details
        3 Feb       | 3 Feb       | police                | adult_joined_household | who=new_partner
        {}

        as at 17 Feb: {}
        """
    social_care = "childrens_social_care"
    spec(new_adult_unchecked, table.format("", "no"))
    spec(
        new_adult_unchecked,
        table.format("10 Jan | 10 Jan | school | neglect_observed | ", "yes, because rows 1 2"),
    )
    spec(new_adult_unchecked, table.format("10 Oct 2025 | 10 Oct 2025 | school | neglect_observed | ", "no"))
    spec(
        new_adult_unchecked,
        table.format(f"9 Jan | 9 Jan | {social_care} | assessment | stage=started", "yes, because rows 1 2"),
    )
    spec(
        new_adult_unchecked,
        table.format(f"9 Jan | 9 Jan | {social_care} | plan | plan_type=early_help stage=started", "no"),
    )


def test_before_the_birth_it_asks_too_and_where_the_birth_is_unknown_it_does_not(spec):
    table = """
        {}
        happened | known | said by   | kind                   | details
        3 Feb    | 3 Feb | midwifery | adult_joined_household | who=new_partner

        as at 17 Feb: {}
        """
    spec(new_adult_unchecked, table.format("unborn due 4 Jun 2026", "yes, because rows 1"))
    spec(new_adult_unchecked, table.format("", "no"))


def test_checks_on_that_adult_answer_it_and_checks_on_another_do_not(spec):
    table = """
        child born 3 May 2025
        happened | known  | said by               | kind                   | details
        3 Feb    | 3 Feb  | police                | adult_joined_household | who=new_partner
        20 Feb   | 20 Feb | childrens_social_care | adult_joined_household | checks_done=true {}

        as at 17 Feb: yes, because rows 1
        as at 20 Feb: {}
        """
    spec(new_adult_unchecked, table.format("who=new_partner", "no"))
    spec(new_adult_unchecked, table.format("who=lodger", "yes, because rows 1"))
    spec(new_adult_unchecked, table.format("", "no"))  # it does not say whose, so it may be


def test_an_assessment_or_the_adults_leaving_answers_it(spec):
    table = """
        child born 3 May 2025
        happened | known  | said by               | kind                   | details
        3 Feb    | 3 Feb  | police                | adult_joined_household | who=new_partner
        20 Feb   | 20 Feb | childrens_social_care | {}                     | {}

        as at 20 Feb: {}
        """
    spec(new_adult_unchecked, table.format("assessment", "stage=completed", "no"))
    spec(new_adult_unchecked, table.format("adult_left_household", "who=new_partner", "no"))
    spec(new_adult_unchecked, table.format("assessment", "stage=started", "yes, because rows 1"))
    spec(new_adult_unchecked, table.format("adult_left_household", "who=father", "yes, because rows 1"))
    spec(new_adult_unchecked, table.format("adult_left_household", "", "yes, because rows 1"))


def test_an_adult_checked_before_moving_in_is_not_asked_about(spec):
    spec(
        new_adult_unchecked,
        """
        child born 3 May 2025
        happened | known | said by | kind                   | details
        3 Feb    | 3 Feb | police  | adult_joined_household | who=new_partner checks_done=true

        as at 17 Feb: no
        """,
    )


def test_a_move_told_of_late_asks_at_once_if_the_fortnight_has_passed_and_a_withdrawn_one_no_longer(spec):
    spec(
        new_adult_unchecked,
        """
        child born 3 May 2025
        happened | known | until  | said by | kind                   | details
        3 Feb    | 1 Mar | 10 Mar | school  | adult_joined_household | who=new_partner

        as at 28 Feb: no
        as at 1 Mar: yes, because rows 1
        as at 10 Mar: no
        """,
    )
