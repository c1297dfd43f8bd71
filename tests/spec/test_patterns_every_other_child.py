"""A weighty worry about one child of the household, and another child there was forgotten."""

from kith.rulebook.england.patterns.every_other_child import every_other_child


def test_ten_days_after_a_worry_of_harm_about_a_brother_somebody_is_asked_to_see_this_child(spec):
    spec(
        every_other_child,
        """
        happened | known | said by | kind       | details         | about
        3 Feb    | 3 Feb | school  | disclosure | nature=physical | sibling

        as at 12 Feb: no
        as at 13 Feb: yes, because rows 1, step see_child_alone, owner team_manager
        as at 4 Apr: no                      <- more than 60 days on
        """,
    )


def test_a_worry_about_this_child_is_another_question(spec):
    spec(
        every_other_child,
        """
        happened | known | said by | kind       | details         | about
        3 Feb    | 3 Feb | school  | disclosure | nature=physical | child

        as at 13 Feb: no
        """,
    )


def test_a_grazed_knee_of_a_brother_says_nothing_about_this_child(spec):
    table = """
        happened | known | said by | kind        | details | about
        3 Feb    | 3 Feb | school  | injury_seen | {}      | sibling

        as at 13 Feb: {}
        """
    spec(every_other_child, table.format("site=knee appearance=cut", "no"))
    spec(every_other_child, table.format("appearance=bruise", "no"))
    spec(every_other_child, table.format("site=ear appearance=bruise", "yes"))
    spec(every_other_child, table.format("site=shin carer_account=changed", "yes"))
    spec(every_other_child, table.format("delay_in_seeking_help=true", "yes"))


def test_what_the_contact_is_about_decides_and_an_unknown_nature_asks_nothing(spec):
    table = """
        happened | known | said by               | kind             | details | about
        3 Feb    | 3 Feb | childrens_social_care | {}               | {}      | sibling

        as at 13 Feb: {}
        """
    spec(every_other_child, table.format("contact_received", "nature=neglect", "yes"))
    spec(every_other_child, table.format("contact_received", "nature=welfare", "no"))
    spec(every_other_child, table.format("contact_received", "", "no"))
    spec(every_other_child, table.format("disclosure", "", "yes"))
    spec(every_other_child, table.format("disclosure", "nature=emotional", "no"))


def test_a_child_who_was_seen_or_decided_for_since_was_not_forgotten(spec):
    table = """
        happened | known  | said by               | kind       | details         | about
        3 Feb    | 3 Feb  | school                | disclosure | nature=physical | sibling
        15 Feb   | 15 Feb | childrens_social_care | {}         | {}              | {}

        as at 14 Feb: yes, because rows 1
        as at 15 Feb: {}
        """
    spec(every_other_child, table.format("visit", "seen=true", "child", "no"))
    spec(every_other_child, table.format("referral_decision", "outcome=advice", "child", "no"))
    spec(every_other_child, table.format("strategy_discussion", "", "child", "no"))
    spec(every_other_child, table.format("visit", "outcome=no_reply", "child", "yes, because rows 1"))
    spec(every_other_child, table.format("visit", "seen=true", "sibling", "yes, because rows 1"))


def test_a_worry_about_the_brother_that_was_settled_asks_nothing(spec):
    spec(
        every_other_child,
        """
        happened | known  | said by               | kind          | details         | about   | ref
        3 Feb    | 3 Feb  | school                | disclosure    | nature=physical | sibling |
        10 Feb   | 10 Feb | childrens_social_care | worry_settled | by=evidence     | sibling | settles 1

        as at 13 Feb: no
        """,
    )


def test_a_worry_told_late_asks_at_once_if_the_ten_days_have_passed_and_a_withdrawn_one_no_longer(spec):
    spec(
        every_other_child,
        """
        happened | known  | until  | said by | kind       | details         | about
        3 Feb    | 20 Feb | 25 Feb | school  | disclosure | nature=physical | sibling

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 1
        as at 25 Feb: no
        """,
    )
