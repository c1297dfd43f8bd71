"""More than one relative or neighbour told us, and nobody is shown to have rung them back."""

from kith.rulebook.england.patterns.relatives_told_us import relatives_told_us


def test_a_grandmother_and_a_neighbour_who_heard_nothing_are_to_be_rung_back(spec):
    spec(
        relatives_told_us,
        """
        happened | known  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received | informant=grandmother | family
        17 Mar   | 17 Mar | police                | contact_received | informant=neighbour   | public

        as at 16 Mar: no
        as at 17 Mar: yes, because rows 1 2, step speak_to_referrers, owner mash_manager
        as at 4 May: no                      <- the first is 90 days ago
        """,
    )


def test_one_grandmother_who_rings_three_times_is_one_person(spec):
    spec(
        relatives_told_us,
        """
        happened | known  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received | informant=grandmother | family
        9 Feb    | 9 Feb  | police                | contact_received | informant=grandmother | family
        17 Mar   | 17 Mar | school                | contact_received | informant=grandmother | family

        as at 17 Mar: no
        """,
    )


def test_who_did_not_say_who_they_are_may_be_the_same_person(spec):
    spec(
        relatives_told_us,
        """
        happened | known  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received | informant=grandmother | family
        9 Feb    | 9 Feb  | childrens_social_care | contact_received |                       | anonymous
        17 Mar   | 17 Mar | childrens_social_care | contact_received |                       | public

        as at 17 Mar: no
        """,
    )


def test_a_professional_is_no_relative_or_neighbour(spec):
    spec(
        relatives_told_us,
        """
        happened | known  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received | informant=grandmother | family
        17 Mar   | 17 Mar | childrens_social_care | contact_received | informant=teacher     | professional

        as at 17 Mar: no
        """,
    )


def test_only_who_was_rung_back_is_answered(spec):
    table = """
        happened | known  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received | informant=grandmother | family
        9 Feb    | 9 Feb  | childrens_social_care | contact_received | informant=neighbour   | public
        17 Mar   | 17 Mar | police                | contact_received | informant=uncle       | family
        18 Mar   | 18 Mar | childrens_social_care | referrer_told    | {}                    |

        as at 18 Mar: {}
        """
    spec(relatives_told_us, table.format("informant=uncle", "yes, because rows 1 2"))
    spec(relatives_told_us, table.format("informant=teacher", "yes, because rows 2 3"))
    spec(relatives_told_us, table.format("", "no"))  # it does not say whom, so it may be all


def test_ringing_again_after_being_rung_back_waits_for_an_answer_again(spec):
    spec(
        relatives_told_us,
        """
        happened | known  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  | childrens_social_care | contact_received | informant=grandmother | family
        4 Feb    | 4 Feb  | childrens_social_care | referrer_told    | informant=grandmother |
        9 Feb    | 9 Feb  | childrens_social_care | contact_received | informant=neighbour   | public
        17 Mar   | 17 Mar | childrens_social_care | contact_received | informant=grandmother | family

        as at 9 Feb: no
        as at 17 Mar: yes, because rows 3 4
        """,
    )


def test_a_contact_told_of_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        relatives_told_us,
        """
        happened | known  | until  | said by               | kind             | details               | voice
        3 Feb    | 3 Feb  |        | childrens_social_care | contact_received | informant=grandmother | family
        9 Feb    | 20 Feb | 25 Feb | police                | contact_received | informant=neighbour   | public

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1 2
        as at 25 Feb: no
        """,
    )
