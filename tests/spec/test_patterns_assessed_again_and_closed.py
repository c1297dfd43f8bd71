"""Assessed more than once, each time ending in no further action, and a worry stands."""

from kith.rulebook.england.patterns.assessed_again_and_closed import assessed_again_and_closed


def test_two_assessments_that_ended_in_no_further_action_ask_somebody_who_made_neither(spec):
    spec(
        assessed_again_and_closed,
        """
        happened | known  | said by               | kind             | details
        3 Feb    | 3 Feb  | school                | neglect_observed |
        1 Mar    | 1 Mar  | childrens_social_care | assessment       | stage=completed outcome=no_further_action
        2 Jun    | 2 Jun  | childrens_social_care | assessment       | stage=completed outcome=no_further_action

        as at 1 Jun: no
        as at 2 Jun: yes, because rows 1 2 3, step independent_review, owner independent_reviewer
        """,
    )


def test_another_outcome_or_none_that_anybody_gave_does_not_count(spec):
    spec(
        assessed_again_and_closed,
        """
        happened | known  | said by               | kind             | details
        3 Feb    | 3 Feb  | school                | neglect_observed |
        1 Mar    | 1 Mar  | childrens_social_care | assessment       | stage=completed outcome=no_further_action
        2 May    | 2 May  | childrens_social_care | assessment       | stage=completed outcome=child_in_need
        2 Jun    | 2 Jun  | childrens_social_care | assessment       | stage=completed
        9 Jun    | 9 Jun  | childrens_social_care | assessment       | stage=started

        as at 9 Jun: no
        """,
    )


def test_where_each_worry_was_settled_there_is_nothing_to_ask(spec):
    spec(
        assessed_again_and_closed,
        """
        happened | known  | said by               | kind             | details
        3 Feb    | 3 Feb  | school                | neglect_observed |
        1 Mar    | 1 Mar  | childrens_social_care | assessment       | stage=completed outcome=no_further_action
        1 Mar    | 1 Mar  | childrens_social_care | worry_settled    | by=seen_alone
        2 Jun    | 2 Jun  | childrens_social_care | assessment       | stage=completed outcome=no_further_action

        as at 2 Jun: no
        """,
    )


def test_two_more_than_a_year_apart_are_two_stories(spec):
    spec(
        assessed_again_and_closed,
        """
        happened   | known      | said by               | kind             | details
        1 Mar 2025 | 1 Mar 2025 | childrens_social_care | assessment       | stage=completed outcome=no_further_action
        3 Feb      | 3 Feb      | school                | neglect_observed |
        2 Mar      | 2 Mar      | childrens_social_care | assessment       | stage=completed outcome=no_further_action

        as at 2 Mar: no
        """,
    )


def test_an_assessment_by_another_area_heard_of_late_counts_from_then_and_until_withdrawn(spec):
    spec(
        assessed_again_and_closed,
        """
        happened | known | until | said by                 | kind             | details
        3 Feb    | 3 Feb |       | school                  | neglect_observed |
        1 Mar    | 9 Jun | 1 Jul | out_of_area_social_care | assessment       | stage=completed outcome=no_further_action
        2 Jun    | 2 Jun |       | childrens_social_care   | assessment       | stage=completed outcome=no_further_action

        as at 8 Jun: no
        as at 9 Jun: yes, because rows 1 2 3
        as at 1 Jul: no
        """,
    )
