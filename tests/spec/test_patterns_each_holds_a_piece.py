"""Three agencies each hold a worry, and nobody has put them together."""

from kith.rulebook.england.patterns.each_holds_a_piece import each_holds_a_piece


def test_three_small_worries_of_three_agencies_ask_for_a_discussion(spec):
    spec(
        each_holds_a_piece,
        """
        happened | known  | said by         | kind              | details
        3 Feb    | 3 Feb  | school          | behaviour_concern | aspect=tiredness
        20 Feb   | 20 Feb | health_visiting | neglect_observed  | aspect=home
        17 Mar   | 17 Mar | police          | carer_concern     | aspect=substance_use

        as at 16 Mar: no
        as at 17 Mar: yes, because rows 1 2 3, step multi_agency_discussion, owner mash_manager
        as at 31 Mar: no                     <- none of them is from the last 14 days
        """,
    )


def test_two_agencies_are_two_pieces_however_often_they_say_it(spec):
    spec(
        each_holds_a_piece,
        """
        happened | known  | said by | kind              | details
        3 Feb    | 3 Feb  | school  | behaviour_concern |
        20 Feb   | 20 Feb | school  | neglect_observed  |
        1 Mar    | 1 Mar  | police  | carer_concern     |
        17 Mar   | 17 Mar | school  | neglect_observed  |

        as at 17 Mar: no
        """,
    )


def test_two_authorities_social_workers_are_two_agencies(spec):
    spec(
        each_holds_a_piece,
        """
        happened | known  | said by               | area    | kind              | details
        3 Feb    | 3 Feb  | childrens_social_care | kelmouth | neglect_observed |
        20 Feb   | 20 Feb | childrens_social_care |         | neglect_observed  |
        17 Mar   | 17 Mar | school                |         | behaviour_concern |

        as at 17 Mar: yes, because rows 1 2 3
        """,
    )


def test_three_agencies_that_tell_of_one_occurrence_hold_one_piece(spec):
    spec(
        each_holds_a_piece,
        """
        happened | known  | said by | kind                    | details | ref
        17 Mar   | 17 Mar | police  | domestic_abuse_incident |         |
        17 Mar   | 18 Mar | school  | domestic_abuse_incident |         | same as 1
        17 Mar   | 18 Mar | gp      | domestic_abuse_incident |         | same as 1

        as at 18 Mar: no
        """,
    )


def test_what_a_professional_passed_on_is_not_a_second_piece_of_social_cares(spec):
    table = """
        happened | known  | said by               | kind              | details | voice
        3 Feb    | 3 Feb  | school                | behaviour_concern |         |
        20 Feb   | 20 Feb | health_visiting       | neglect_observed  |         |
        17 Mar   | 17 Mar | childrens_social_care | contact_received  |         | {}

        as at 17 Mar: {}
        """
    spec(each_holds_a_piece, table.format("professional", "no"))
    spec(each_holds_a_piece, table.format("public", "yes, because rows 1 2 3"))


def test_once_they_have_talked_together_the_pieces_before_it_are_put_together(spec):
    table = """
        happened | known  | said by               | kind              | details
        3 Feb    | 3 Feb  | school                | behaviour_concern |
        20 Feb   | 20 Feb | health_visiting       | neglect_observed  |
        1 Mar    | 1 Mar  | childrens_social_care | {}                |
        17 Mar   | 17 Mar | police                | carer_concern     |

        as at 17 Mar: {}
        """
    for together in ("core_group", "strategy_discussion", "multi_agency_meeting", "conference"):
        spec(each_holds_a_piece, table.format(together, "no"))
    spec(each_holds_a_piece, table.format("supervision", "yes, because rows 1 2 4"))


def test_a_settled_worry_is_no_piece_and_one_of_more_than_90_days_ago_is_not_either(spec):
    spec(
        each_holds_a_piece,
        """
        happened | known  | said by         | kind              | details     | ref
        3 Feb    | 3 Feb  | school          | behaviour_concern |             |
        20 Feb   | 20 Feb | health_visiting | neglect_observed  |             |
        1 Mar    | 1 Mar  | health_visiting | worry_settled     | by=evidence | settles 2
        17 Mar   | 17 Mar | police          | carer_concern     |             |

        as at 17 Mar: no
        """,
    )
    spec(
        each_holds_a_piece,
        """
        happened | known  | said by         | kind              | details
        3 Feb    | 3 Feb  | school          | behaviour_concern |
        20 Feb   | 20 Feb | health_visiting | neglect_observed  |
        6 May    | 6 May  | police          | carer_concern     |

        as at 6 May: no
        """,
    )


def test_a_piece_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        each_holds_a_piece,
        """
        happened | known  | until  | said by         | kind              | details
        20 Feb   | 20 Feb |        | health_visiting | neglect_observed  |
        1 Mar    | 20 Mar | 23 Mar | school          | behaviour_concern |
        17 Mar   | 17 Mar |        | police          | carer_concern     |

        as at 19 Mar: no
        as at 20 Mar: yes, because rows 1 2 3
        as at 23 Mar: no
        """,
    )
