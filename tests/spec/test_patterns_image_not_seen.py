"""A photograph or film was handed over, and those who decide have not seen it."""

from kith.rulebook.england.patterns.image_not_seen import image_not_seen


def test_a_photograph_handed_to_an_agency_asks_its_manager_who_will_show_it_to_who_decides(spec):
    spec(
        image_not_seen,
        """
        happened | known | said by | kind           | details
        3 Feb    | 3 Feb | police  | image_supplied |

        as at 2 Feb: no
        as at 3 Feb: yes, because rows 1, step share_information, owner police_supervisor
        as at 4 May: no                      <- 90 days on
        """,
    )


def test_only_the_person_who_decides_answers_it_by_looking(spec):
    table = """
        happened | known | said by               | kind           | details | ref
        3 Feb    | 3 Feb | police                | image_supplied |         |
        5 Feb    | 5 Feb | childrens_social_care | image_viewed   | {}      | answers 1

        as at 5 Feb: {}
        """
    spec(image_not_seen, table.format("by_role=decision_maker", "no"))
    spec(image_not_seen, table.format("by_role=police_officer", "yes, because rows 1"))
    spec(image_not_seen, table.format("", "yes, because rows 1"))


def test_looking_at_one_picture_is_not_looking_at_another(spec):
    spec(
        image_not_seen,
        """
        happened | known | said by               | kind           | details                | ref
        3 Feb    | 3 Feb | police                | image_supplied |                        |
        4 Feb    | 4 Feb | school                | image_supplied |                        |
        5 Feb    | 5 Feb | childrens_social_care | image_viewed   | by_role=decision_maker | answers 1

        as at 5 Feb: yes, because rows 2, owner head_teacher
        """,
    )


def test_looking_without_saying_at_which_counts_for_all_before_it(spec):
    spec(
        image_not_seen,
        """
        happened | known | said by               | kind           | details
        3 Feb    | 3 Feb | police                | image_supplied |
        5 Feb    | 5 Feb | childrens_social_care | image_viewed   | by_role=decision_maker
        6 Feb    | 6 Feb | police                | image_supplied |

        as at 5 Feb: no
        as at 6 Feb: yes, because rows 3
        """,
    )


def test_a_picture_told_of_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        image_not_seen,
        """
        happened | known  | until  | said by | kind           | details
        3 Feb    | 20 Feb | 25 Feb | school  | image_supplied |

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1
        as at 25 Feb: no
        """,
    )
