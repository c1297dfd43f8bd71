"""On a plan or in an enquiry, and not seen alone on two visits."""

from kith.rulebook.england.patterns.not_alone_on_a_plan import not_alone_on_a_plan


def test_two_visits_on_a_plan_without_seeing_the_child_alone_ask_who_will(spec):
    spec(
        not_alone_on_a_plan,
        """
        child born 3 May 2019
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit | seen=true seen_alone=false
        24 Mar   | 24 Mar | childrens_social_care | visit | outcome=no_reply seen=false

        as at 23 Mar: no
        as at 24 Mar: yes, because rows 1 2 3, step see_child_alone, owner team_manager
        as at 9 May: no                      <- the first visit is 60 days ago
        """,
    )


def test_an_open_enquiry_counts_as_a_plan_does_and_a_finished_one_or_a_plan_of_need_does_not(spec):
    table = """
        child born 3 May 2019
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | {}    | {}
        10 Mar   | 10 Mar | childrens_social_care | visit | seen=true seen_alone=false
        24 Mar   | 24 Mar | childrens_social_care | visit | seen=true seen_alone=false

        as at 24 Mar: {}
        """
    spec(not_alone_on_a_plan, table.format("section_47_enquiry", "stage=started", "yes, because rows 1 2 3"))
    spec(not_alone_on_a_plan, table.format("conference", "outcome=plan", "yes, because rows 1 2 3"))
    spec(not_alone_on_a_plan, table.format("section_47_enquiry", "stage=completed", "no"))
    spec(not_alone_on_a_plan, table.format("plan", "plan_type=child_in_need stage=started", "no"))
    spec(not_alone_on_a_plan, table.format("plan", "stage=started", "no"))


def test_a_plan_that_has_ended_asks_nothing(spec):
    spec(
        not_alone_on_a_plan,
        """
        child born 3 May 2019
        happened | known  | said by               | kind       | details
        2 Mar    | 2 Mar  | childrens_social_care | plan       | plan_type=child_protection stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit      | seen=true seen_alone=false
        24 Mar   | 24 Mar | childrens_social_care | visit      | seen=true seen_alone=false
        30 Mar   | 30 Mar | reviewing_service     | conference | outcome=plan_ends

        as at 29 Mar: yes
        as at 30 Mar: no
        """,
    )


def test_being_seen_alone_by_anyone_starts_the_count_anew(spec):
    table = """
        child born 3 May 2019
        happened | known  | said by               | kind       | details
        2 Mar    | 2 Mar  | childrens_social_care | plan       | plan_type=child_protection stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit      | seen=true seen_alone=false
        12 Mar   | 12 Mar | school                | child_seen | {}
        24 Mar   | 24 Mar | childrens_social_care | visit      | seen=true seen_alone=false

        as at 24 Mar: {}
        """
    spec(not_alone_on_a_plan, table.format("seen_alone=true", "no"))
    spec(not_alone_on_a_plan, table.format("", "yes, because rows 1 2 4"))


def test_a_visit_that_does_not_say_whether_the_child_was_alone_and_another_agencys_do_not_count(spec):
    table = """
        child born 3 May 2019
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit | seen=true seen_alone=false
        24 Mar   | 24 Mar | {}                    | visit | {}

        as at 24 Mar: no
        """
    spec(not_alone_on_a_plan, table.format("childrens_social_care", "outcome=completed seen=true"))
    spec(not_alone_on_a_plan, table.format("childrens_social_care", "outcome=no_reply"))
    spec(not_alone_on_a_plan, table.format("health_visiting", "seen=true seen_alone=false"))


def test_an_attempt_that_is_arranged_is_waited_for_once(spec):
    spec(
        not_alone_on_a_plan,
        """
        child born 3 May 2019
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit | seen_alone=false
        24 Mar   | 24 Mar | childrens_social_care | visit | seen_alone=false next_attempt=2026-03-30
        30 Mar   | 30 Mar | childrens_social_care | visit | seen_alone=false next_attempt=2026-04-08

        as at 24 Mar: no
        as at 30 Mar: yes, because rows 1 2 3 4
        """,
    )


def test_a_baby_is_not_seen_alone_but_must_be_seen(spec):
    table = """
        child born 3 Nov 2025
        happened | known  | said by               | kind  | details
        2 Mar    | 2 Mar  | childrens_social_care | plan  | plan_type=child_protection stage=started
        10 Mar   | 10 Mar | childrens_social_care | visit | {}
        24 Mar   | 24 Mar | childrens_social_care | visit | {}

        as at 24 Mar: {}
        """
    with_mother, not_in = "seen=true seen_alone=false", "outcome=refused seen=false"
    spec(not_alone_on_a_plan, table.format(with_mother, with_mother, "no"))
    spec(not_alone_on_a_plan, table.format(not_in, not_in, "yes, because rows 1 2 3"))


def test_a_visit_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        not_alone_on_a_plan,
        """
        child born 3 May 2019
        happened | known  | until  | said by               | kind  | details
        2 Mar    | 2 Mar  |        | childrens_social_care | plan  | plan_type=child_protection stage=started
        10 Mar   | 28 Mar | 31 Mar | childrens_social_care | visit | seen_alone=false
        24 Mar   | 24 Mar |        | childrens_social_care | visit | seen_alone=false

        as at 27 Mar: no
        as at 28 Mar: yes, because rows 1 2 3
        as at 31 Mar: no
        """,
    )
