"""Closed while an answer was still awaited."""

from kith.rulebook.england.patterns.closed_with_questions_open import closed_with_questions_open


def test_closing_before_the_answer_came_asks_a_manager_of_the_agency_that_closed(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by               | kind                  | details
        3 Feb    | 3 Feb  | childrens_social_care | information_requested | to=police
        10 Feb   | 10 Feb | childrens_social_care | closed                |

        as at 9 Feb: no
        as at 10 Feb: yes, because rows 2, step seek_information, owner service_manager
        """,
    )


def test_an_answer_that_comes_after_the_closing_leaves_the_question(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by               | kind                  | details    | ref
        3 Feb    | 3 Feb  | childrens_social_care | information_requested | to=police  |
        10 Feb   | 10 Feb | childrens_social_care | closed                |            |
        14 Feb   | 14 Feb | police                | information_provided  |            | answers 1

        as at 14 Feb: yes, because rows 2
        as at 10 Apr: yes
        as at 11 Apr: no                     <- more than 60 days after the closing
        """,
    )


def test_an_answer_before_the_closing_is_no_question(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by               | kind                  | details    | ref
        3 Feb    | 3 Feb  | childrens_social_care | information_requested | to=police  |
        9 Feb    | 9 Feb  | police                | information_provided  |            | answers 1
        10 Feb   | 10 Feb | childrens_social_care | closed                |            |

        as at 10 Feb: no
        """,
    )


def test_an_answer_to_another_request_is_none_to_this_one(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by               | kind                  | details    | ref
        3 Feb    | 3 Feb  | childrens_social_care | information_requested | to=police  |
        4 Feb    | 4 Feb  | childrens_social_care | information_requested | to=gp      |
        9 Feb    | 9 Feb  | gp                    | information_provided  |            | answers 2
        10 Feb   | 10 Feb | childrens_social_care | closed                |            |

        as at 10 Feb: yes, because rows 4
        """,
    )


def test_another_agencys_request_is_no_reason_to_keep_open(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by         | kind                  | details
        3 Feb    | 3 Feb  | school          | information_requested | to=police
        10 Feb   | 10 Feb | health_visiting | closed                |

        as at 10 Feb: no
        """,
    )


def test_what_the_closing_says_of_it_is_believed(spec):
    said = """
        happened | known  | said by               | kind                  | details
        3 Feb    | 3 Feb  | childrens_social_care | information_requested | to=police
        10 Feb   | 10 Feb | childrens_social_care | closed                | information_outstanding=false

        as at 10 Feb: no
        """
    spec(closed_with_questions_open, said)
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by | kind   | details
        10 Feb   | 10 Feb | police  | closed | information_outstanding=true

        as at 10 Feb: yes, because rows 1, owner police_supervisor
        """,
    )


def test_work_that_starts_again_answers_it(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known  | said by               | kind       | details
        10 Feb   | 10 Feb | childrens_social_care | closed     | information_outstanding=true
        20 Feb   | 20 Feb | childrens_social_care | assessment | stage=started

        as at 19 Feb: yes
        as at 20 Feb: no
        """,
    )


def test_a_closing_told_late_asks_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        closed_with_questions_open,
        """
        happened | known | until  | said by         | kind   | details
        10 Feb   | 1 Mar | 10 Mar | health_visiting | closed | information_outstanding=true

        as at 28 Feb: no
        as at 1 Mar: yes, because rows 1, owner named_nurse
        as at 10 Mar: no
        """,
    )
