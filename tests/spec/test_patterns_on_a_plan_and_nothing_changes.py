"""Worries go on while the child is on a protection plan, and the plan stays as it was."""

from kith.rulebook.england.patterns.on_a_plan_and_nothing_changes import on_a_plan_and_nothing_changes


def test_four_worries_on_an_unchanged_plan_ask_the_chair_whether_it_works(spec):
    spec(
        on_a_plan_and_nothing_changes,
        """
        happened | known  | said by               | kind             | details
        2 Feb    | 2 Feb  | childrens_social_care | plan             | plan_type=child_protection stage=started
        10 Feb   | 10 Feb | school                | neglect_observed |
        20 Feb   | 20 Feb | school                | neglect_observed |
        1 Mar    | 1 Mar  | police                | contact_received |
        17 Mar   | 17 Mar | school                | injury_seen      |

        as at 16 Mar: no
        as at 17 Mar: yes, because rows 1 2 3 4 5, stage 0, step review_plan, owner conference_chair
        """,
    )


def test_it_asks_higher_up_at_each_doubling(spec):
    spec(
        on_a_plan_and_nothing_changes,
        """
        happened | known  | said by               | kind             | details
        2 Feb    | 2 Feb  | childrens_social_care | plan             | plan_type=child_protection stage=started
        10 Feb   | 10 Feb | school                | neglect_observed | count=8
        20 Feb   | 20 Feb | school                | neglect_observed | count=8
        1 Mar    | 1 Mar  | school                | neglect_observed | count=16

        as at 10 Feb: yes, stage 1, step strategy_discussion, owner service_manager
        as at 20 Feb: yes, stage 2, step strategy_discussion, owner reviewing_service_manager
        as at 1 Mar: yes, stage 3, step legal_planning, owner area_on_call_manager
        """,
    )


def test_worries_before_the_plan_was_reviewed_no_longer_count_and_a_broken_plan_is_an_unchanged_one(spec):
    table = """
        happened | known  | said by               | kind             | details
        2 Feb    | 2 Feb  | childrens_social_care | plan             | plan_type=child_protection stage=started
        10 Feb   | 10 Feb | school                | neglect_observed | count=3
        20 Feb   | 20 Feb | childrens_social_care | {}               | {}
        1 Mar    | 1 Mar  | police                | contact_received |

        as at 1 Mar: {}
        """
    spec(on_a_plan_and_nothing_changes, table.format("conference", "conference_type=review", "no"))
    spec(on_a_plan_and_nothing_changes, table.format("plan", "stage=reviewed", "no"))
    spec(on_a_plan_and_nothing_changes, table.format("plan", "stage=breached", "yes, because rows 1 2 4"))
    spec(on_a_plan_and_nothing_changes, table.format("core_group", "", "yes, because rows 1 2 4"))


def test_a_child_who_is_not_on_a_protection_plan_is_another_question(spec):
    table = """
        happened | known  | said by               | kind             | details
        2 Feb    | 2 Feb  | childrens_social_care | plan             | {}
        10 Feb   | 10 Feb | school                | neglect_observed | count=4

        as at 10 Feb: no
        """
    spec(on_a_plan_and_nothing_changes, table.format("plan_type=child_in_need stage=started"))
    spec(on_a_plan_and_nothing_changes, table.format("stage=started"))
    spec(on_a_plan_and_nothing_changes, table.format("plan_type=child_protection stage=ended"))


def test_settled_worries_and_those_of_more_than_90_days_ago_do_not_count(spec):
    spec(
        on_a_plan_and_nothing_changes,
        """
        happened | known  | said by               | kind             | details             | ref
        2 Feb    | 2 Feb  | childrens_social_care | plan             | plan_type=child_protection stage=started |
        10 Feb   | 10 Feb | school                | neglect_observed | count=3             |
        20 Feb   | 20 Feb | police                | contact_received |                     |
        21 Feb   | 21 Feb | police                | worry_settled    | by=evidence         | settles 3
        10 May   | 10 May | police                | contact_received |                     |
        12 May   | 12 May | police                | contact_received |                     |

        as at 20 Feb: yes, because rows 1 2 3
        as at 21 Feb: no
        as at 10 May: yes, because rows 1 2 5
        as at 11 May: no
        """,
    )


def test_a_worry_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        on_a_plan_and_nothing_changes,
        """
        happened | known  | until  | said by               | kind             | details
        2 Feb    | 2 Feb  |        | childrens_social_care | plan             | plan_type=child_protection stage=started
        10 Feb   | 10 Feb |        | school                | neglect_observed | count=3
        11 Feb   | 20 Feb | 25 Feb | police                | contact_received |

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1 2 3
        as at 25 Feb: no
        """,
    )
