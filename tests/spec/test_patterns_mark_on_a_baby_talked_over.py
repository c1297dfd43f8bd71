"""A mark or injury on a baby or child who cannot move about needs the agencies to talk the same day."""

from kith.rulebook.england.patterns.mark_on_a_baby_talked_over import mark_on_a_baby_talked_over


def test_a_bruise_on_a_baby_of_four_months_asks_for_a_strategy_discussion(spec):
    spec(
        mark_on_a_baby_talked_over,
        """
        child born 3 Nov 2025
        happened | known  | said by         | kind        | details
        10 Mar   | 10 Mar | health_visiting | injury_seen | appearance=bruise carer_account=consistent

        as at 9 Mar: no
        as at 10 Mar: yes, because rows 1, step strategy_discussion, owner mash_manager
        as at 24 Mar: no                     <- 14 days on
        """,
    )


def test_any_injury_counts_whatever_it_looked_like_and_whatever_was_said(spec):
    table = """
        child born 3 Nov 2025
        happened | known  | said by | kind | details
        10 Mar   | 10 Mar | gp      | {}   | {}

        as at 10 Mar: yes, because rows 1
        """
    spec(mark_on_a_baby_talked_over, table.format("injury_reported", "appearance=mark"))
    spec(mark_on_a_baby_talked_over, table.format("injury_seen", "appearance=cut"))
    spec(mark_on_a_baby_talked_over, table.format("injury_seen", ""))


def test_a_baby_who_can_roll_or_crawl_or_is_older_than_six_months_can_hurt_itself(spec):
    table = """
        child born {}
        happened | known  | said by | kind        | details
        10 Mar   | 10 Mar | gp      | injury_seen | appearance=bruise {}

        as at 10 Mar: {}
        """
    spec(mark_on_a_baby_talked_over, table.format("3 Nov 2025", "child_mobile=true", "no"))
    spec(mark_on_a_baby_talked_over, table.format("10 Sep 2025", "", "no"))
    spec(mark_on_a_baby_talked_over, table.format("11 Sep 2025", "", "yes"))
    spec(mark_on_a_baby_talked_over, table.format("Sep 2025", "", "no"))  # perhaps older


def test_a_child_who_cannot_move_about_counts_at_any_age(spec):
    spec(
        mark_on_a_baby_talked_over,
        """
        child born 3 Nov 2016
        happened | known  | said by | kind        | details
        10 Mar   | 10 Mar | school  | injury_seen | appearance=bruise child_mobile=false

        as at 10 Mar: yes, because rows 1
        """,
    )


def test_where_neither_age_nor_movement_is_known_nothing_is_asked(spec):
    spec(
        mark_on_a_baby_talked_over,
        """
        happened | known  | said by | kind        | details
        10 Mar   | 10 Mar | gp      | injury_seen | appearance=bruise

        as at 10 Mar: no
        """,
    )


def test_a_strategy_discussion_answers_it_and_so_does_an_independent_answer(spec):
    table = """
        child born 3 Nov 2025
        happened | known  | said by         | kind        | details
        10 Mar   | 10 Mar | health_visiting | injury_seen | appearance=bruise
        10 Mar   | 11 Mar | hospital        | {}

        as at 10 Mar: yes, because rows 1
        as at 11 Mar: {}
        """
    spec(mark_on_a_baby_talked_over, table.format("strategy_discussion | ", "no"))
    spec(mark_on_a_baby_talked_over, table.format("section_47_enquiry | stage=started", "no"))
    birthmark = "medical_examination | cause_settled=true"
    spec(mark_on_a_baby_talked_over, table.format(birthmark, "no"))
    spec(mark_on_a_baby_talked_over, table.format("medical_examination | ", "yes, because rows 1"))
    spec(mark_on_a_baby_talked_over, table.format("multi_agency_meeting | ", "yes, because rows 1"))


def test_a_mark_written_down_after_the_agencies_talked_about_it_that_day_was_talked_about(spec):
    spec(
        mark_on_a_baby_talked_over,
        """
        child born 3 Nov 2025
        happened | known  | said by               | kind                | details
        10 Mar   | 10 Mar | childrens_social_care | strategy_discussion |
        10 Mar   | 11 Mar | hospital              | injury_seen         | appearance=bruise

        as at 11 Mar: no
        """,
    )


def test_a_mark_told_of_late_asks_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        mark_on_a_baby_talked_over,
        """
        child born 3 Nov 2025
        happened | known  | until  | said by         | kind        | details
        10 Mar   | 14 Mar | 16 Mar | health_visiting | injury_seen | appearance=bruise

        as at 13 Mar: no
        as at 14 Mar: yes, because rows 1
        as at 16 Mar: no
        """,
    )
