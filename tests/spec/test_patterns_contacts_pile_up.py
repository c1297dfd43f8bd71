"""Many worries from several agencies, and nothing has settled them."""

from kith.rulebook.england.patterns.contacts_pile_up import contacts_pile_up


def test_four_worries_from_two_agencies_ask_what_has_settled_them(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | school  | behaviour_concern       |
        20 Feb   | 20 Feb | school  | neglect_observed        |
        1 Mar    | 1 Mar  | school  | growth_or_hunger_concern |
        17 Mar   | 17 Mar | police  | domestic_abuse_incident |

        as at 16 Mar: no
        as at 17 Mar: yes, because rows 1 2 3 4, stage 0, step answer_the_worry, owner team_manager
        """,
    )


def test_four_from_one_agency_are_its_own_to_answer(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by | kind              | details
        3 Feb    | 3 Feb  | school  | behaviour_concern |
        20 Feb   | 20 Feb | school  | neglect_observed  |
        1 Mar    | 1 Mar  | school  | neglect_observed  |
        17 Mar   | 17 Mar | school  | neglect_observed  |

        as at 17 Mar: no
        """,
    )


def test_it_asks_higher_up_at_each_doubling(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | school  | neglect_observed        | count=3
        20 Feb   | 20 Feb | police  | domestic_abuse_incident | count=5
        1 Mar    | 1 Mar  | school  | neglect_observed        | count=8
        17 Mar   | 17 Mar | police  | domestic_abuse_incident | count=16

        as at 3 Feb: no
        as at 20 Feb: yes, because rows 1 2, stage 1, step strategy_discussion, owner service_manager
        as at 1 Mar: yes, stage 2, step strategy_discussion, owner service_manager
        as at 17 Mar: yes, stage 3, step legal_planning, owner area_on_call_manager
        """,
    )


def test_worries_before_the_agencies_looked_together_no_longer_count(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by               | kind                 | details
        3 Feb    | 3 Feb  | school                | neglect_observed     |
        20 Feb   | 20 Feb | police                | contact_received     |
        1 Mar    | 1 Mar  | childrens_social_care | multi_agency_meeting |
        2 Mar    | 2 Mar  | school                | neglect_observed     |
        17 Mar   | 17 Mar | police                | contact_received     |

        as at 17 Mar: no
        """,
    )


def test_a_worry_that_was_settled_does_not_count_and_a_carers_account_settles_none(spec):
    table = """
        happened | known  | said by               | kind             | details     | ref
        3 Feb    | 3 Feb  | school                | neglect_observed |             |
        20 Feb   | 20 Feb | police                | contact_received |             |
        25 Feb   | 25 Feb | childrens_social_care | worry_settled    | by={}       | settles 1
        1 Mar    | 1 Mar  | school                | neglect_observed |             |
        17 Mar   | 17 Mar | school                | neglect_observed |             |

        as at 17 Mar: {}
        """
    spec(contacts_pile_up, table.format("evidence", "no"))
    spec(contacts_pile_up, table.format("explanation_only", "yes, because rows 1 2 4 5"))


def test_a_doctor_who_explains_an_injury_settles_injuries_and_nothing_else(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by  | kind                | details
        3 Feb    | 3 Feb  | school   | neglect_observed    |
        20 Feb   | 20 Feb | police   | contact_received    |
        1 Mar    | 1 Mar  | school   | neglect_observed    |
        2 Mar    | 2 Mar  | school   | injury_seen         |
        3 Mar    | 3 Mar  | hospital | medical_examination | cause_settled=true
        17 Mar   | 17 Mar | school   | neglect_observed    |

        as at 2 Mar: yes, because rows 1 2 3 4
        as at 16 Mar: no
        as at 17 Mar: yes, because rows 1 2 3 6
        """,
    )


def test_an_order_that_was_asked_for_and_not_granted_settles_nothing(spec):
    table = """
        happened | known  | said by      | kind             | details
        3 Feb    | 3 Feb  | school       | neglect_observed | count=3
        20 Feb   | 20 Feb | police       | contact_received |
        2 Mar    | 2 Mar  | family_court | legal_step       | legal_action=order outcome={}

        as at 2 Mar: {}
        """
    spec(contacts_pile_up, table.format("refused", "yes, because rows 1 2"))
    spec(contacts_pile_up, table.format("granted", "no"))


def test_worries_more_than_90_days_old_do_not_count(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by | kind             | details
        3 Feb    | 3 Feb  | school  | neglect_observed | count=3
        4 May    | 4 May  | police  | contact_received |
        5 May    | 5 May  | police  | contact_received |

        as at 4 May: no
        """,
    )


def test_copies_of_one_occurrence_count_once(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by | kind             | details | ref
        3 Feb    | 3 Feb  | school  | neglect_observed | count=2 |
        20 Feb   | 20 Feb | school  | injury_seen      |         |
        20 Feb   | 21 Feb | gp      | injury_seen      |         | same as 2

        as at 21 Feb: no
        """,
    )


def test_while_the_child_is_on_a_protection_plan_the_question_is_another(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | said by               | kind             | details
        1 Feb    | 1 Feb  | childrens_social_care | plan             | plan_type=child_protection stage=started
        3 Feb    | 3 Feb  | school                | neglect_observed | count=3
        20 Feb   | 20 Feb | police                | contact_received |
        2 Mar    | 2 Mar  | childrens_social_care | plan             | plan_type=child_protection stage=ended

        as at 20 Feb: no
        as at 2 Mar: yes, because rows 2 3
        """,
    )


def test_a_worry_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        contacts_pile_up,
        """
        happened | known  | until  | said by | kind             | details
        3 Feb    | 3 Feb  |        | school  | neglect_observed | count=3
        5 Feb    | 15 Mar | 20 Mar | police  | contact_received |           <- told late, then withdrawn

        as at 14 Mar: no
        as at 15 Mar: yes, because rows 1 2
        as at 20 Mar: no
        """,
    )
