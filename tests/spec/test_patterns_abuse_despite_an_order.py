"""Domestic abuse while bail or an order forbids contact."""

from kith.rulebook.england.patterns.abuse_despite_an_order import abuse_despite_an_order


def test_an_incident_under_an_order_or_a_broken_order_asks_the_police_for_a_strategy_discussion(spec):
    spec(
        abuse_despite_an_order,
        """
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident | order_active=true
        20 Mar   | 20 Mar | police  | protective_order        | breached=true order_type=non_molestation

        as at 2 Feb: no
        as at 3 Feb: yes, because rows 1, step strategy_discussion, owner police_supervisor
        as at 6 Mar: no                      <- more than 30 days on
        as at 20 Mar: yes, because rows 2
        """,
    )


def test_no_order_or_one_that_nobody_spoke_of_asks_nothing(spec):
    spec(
        abuse_despite_an_order,
        """
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident | order_active=false
        5 Feb    | 5 Feb  | police  | domestic_abuse_incident | severity=high
        8 Feb    | 8 Feb  | police  | protective_order        | breached=false
        9 Feb    | 9 Feb  | police  | protective_order        | order_type=bail

        as at 9 Feb: no
        """,
    )


def test_a_strategy_discussion_or_an_enquiry_afterwards_answers_it(spec):
    spec(
        abuse_despite_an_order,
        """
        happened | known | said by               | kind                    | details
        1 Feb    | 1 Feb | childrens_social_care | strategy_discussion     |
        3 Feb    | 3 Feb | police                | domestic_abuse_incident | order_active=true
        5 Feb    | 5 Feb | childrens_social_care | section_47_enquiry      | stage=started

        as at 4 Feb: yes, because rows 2     <- the one before does not
        as at 5 Feb: no
        """,
    )


def test_a_broken_order_told_late_asks_once_it_is_known_and_one_withdrawn_no_longer_does(spec):
    spec(
        abuse_despite_an_order,
        """
        happened | known  | until  | said by | kind             | details
        3 Feb    | 12 Feb | 18 Feb | police  | protective_order | breached=true      <- told late, then withdrawn

        as at 11 Feb: no
        as at 12 Feb: yes, because rows 1
        as at 18 Feb: no
        """,
    )
