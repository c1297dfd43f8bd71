"""Repeated injuries whose account is not settled, or in places that tell."""

from kith.rulebook.england.patterns.injuries_that_do_not_add_up import injuries_that_do_not_add_up


def test_two_injuries_one_of_them_in_a_telling_place_ask_for_a_strategy_discussion(spec):
    spec(
        injuries_that_do_not_add_up,
        """
        child born 3 May 2019
        happened | known  | said by | kind            | details
        3 Feb    | 3 Feb  | school  | injury_seen     | site=shin appearance=bruise
        20 Jun   | 20 Jun | gp      | injury_reported | site=ear appearance=bruise

        as at 19 Jun: no
        as at 20 Jun: yes, because rows 1 2, step strategy_discussion, owner mash_manager
        """,
    )


def test_two_bruised_shins_are_a_child_at_play(spec):
    table = """
        child born 3 May 2019
        happened | known  | said by | kind        | details
        3 Feb    | 3 Feb  | school  | injury_seen | site=shin appearance=bruise
        20 Feb   | 20 Feb | school  | injury_seen | site=knee+elbow {}

        as at 20 Feb: {}
        """
    spec(injuries_that_do_not_add_up, table.format("carer_account=consistent", "no"))
    spec(injuries_that_do_not_add_up, table.format("", "no"))  # nobody gave an account
    spec(injuries_that_do_not_add_up, table.format("carer_account=not_asked", "no"))
    spec(injuries_that_do_not_add_up, table.format("carer_account=none_given", "yes, because rows 1 2"))
    spec(injuries_that_do_not_add_up, table.format("carer_account=changed", "yes, because rows 1 2"))
    spec(injuries_that_do_not_add_up, table.format("delay_in_seeking_help=true", "yes, because rows 1 2"))


def test_a_broken_arm_tells_in_a_child_under_two_and_not_on_the_playground(spec):
    table = """
        child born {}
        happened | known  | said by  | kind        | details
        3 Feb    | 3 Feb  | hospital | injury_seen | appearance=cut
        20 Feb   | 20 Feb | hospital | injury_seen | appearance=fracture

        as at 20 Feb: {}
        """
    spec(injuries_that_do_not_add_up, table.format("3 May 2024", "yes, because rows 1 2"))
    spec(injuries_that_do_not_add_up, table.format("3 May 2018", "no"))
    spec(injuries_that_do_not_add_up, table.format("2024", "no"))  # perhaps older than two


def test_one_injury_told_by_two_agencies_is_one(spec):
    spec(
        injuries_that_do_not_add_up,
        """
        happened | known | said by  | kind            | details                    | ref
        3 Feb    | 3 Feb | school   | injury_reported | site=ear                   |
        3 Feb    | 4 Feb | hospital | injury_seen     | site=ear appearance=bruise | same as 1

        as at 4 Feb: no
        """,
    )


def test_what_was_settled_or_looked_at_in_an_enquiry_no_longer_counts(spec):
    table = """
        happened | known  | said by  | kind        | details  | ref
        3 Feb    | 3 Feb  | school   | injury_seen | site=ear |
        10 Feb   | 10 Feb | hospital | {}
        20 Feb   | 20 Feb | school   | injury_seen | site=ear |

        as at 20 Feb: {}
        """
    settled = "worry_settled | by=independent_opinion | settles 1"
    spec(injuries_that_do_not_add_up, table.format(settled, "no"))
    spec(injuries_that_do_not_add_up, table.format("medical_examination | cause_settled=true | ", "no"))
    spec(injuries_that_do_not_add_up, table.format("strategy_discussion | | ", "no"))
    unsettled = "medical_examination | cause_settled=false | "
    spec(injuries_that_do_not_add_up, table.format(unsettled, "yes, because rows 1 3"))
    spec(injuries_that_do_not_add_up, table.format("medical_examination | | ", "yes, because rows 1 3"))


def test_injuries_more_than_a_year_apart_do_not_count_together(spec):
    spec(
        injuries_that_do_not_add_up,
        """
        happened   | known      | said by | kind        | details
        3 Feb 2025 | 3 Feb 2025 | school  | injury_seen | site=ear
        4 Feb      | 4 Feb      | school  | injury_seen | site=ear

        as at 4 Feb: no
        """,
    )


def test_an_injury_told_of_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        injuries_that_do_not_add_up,
        """
        happened | known  | until  | said by | kind        | details
        3 Feb    | 3 Feb  |        | school  | injury_seen | site=ear
        10 Feb   | 20 Feb | 25 Feb | gp      | injury_seen |

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1 2
        as at 25 Feb: no
        """,
    )
