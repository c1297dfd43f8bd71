"""A mark or injury on a baby or child who cannot move about needs a paediatrician the same day."""

from kith.rulebook.england.patterns.mark_on_a_baby import mark_on_a_baby


def test_a_bruise_on_a_baby_of_four_months_asks_for_a_paediatrician_today(spec):
    spec(
        mark_on_a_baby,
        """
        child born 3 Nov 2025
        happened | known  | said by         | kind        | details
        10 Mar   | 10 Mar | health_visiting | injury_seen | appearance=bruise carer_account=consistent

        as at 9 Mar: no
        as at 10 Mar: yes, because rows 1, step obtain_paediatric_opinion, owner named_doctor
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
    spec(mark_on_a_baby, table.format("injury_reported", "appearance=mark"))
    spec(mark_on_a_baby, table.format("injury_seen", "appearance=cut"))
    spec(mark_on_a_baby, table.format("injury_seen", ""))


def test_a_baby_who_can_roll_or_crawl_or_is_older_than_six_months_can_hurt_itself(spec):
    table = """
        child born {}
        happened | known  | said by | kind        | details
        10 Mar   | 10 Mar | gp      | injury_seen | appearance=bruise {}

        as at 10 Mar: {}
        """
    spec(mark_on_a_baby, table.format("3 Nov 2025", "child_mobile=true", "no"))
    spec(mark_on_a_baby, table.format("10 Sep 2025", "", "no"))
    spec(mark_on_a_baby, table.format("11 Sep 2025", "", "yes"))
    spec(mark_on_a_baby, table.format("Sep 2025", "", "no"))  # perhaps older


def test_a_child_who_cannot_move_about_counts_at_any_age(spec):
    spec(
        mark_on_a_baby,
        """
        child born 3 Nov 2016
        happened | known  | said by | kind        | details
        10 Mar   | 10 Mar | school  | injury_seen | appearance=bruise child_mobile=false

        as at 10 Mar: yes, because rows 1
        """,
    )


def test_where_neither_age_nor_movement_is_known_nothing_is_asked(spec):
    spec(
        mark_on_a_baby,
        """
        happened | known  | said by | kind        | details
        10 Mar   | 10 Mar | gp      | injury_seen | appearance=bruise

        as at 10 Mar: no
        """,
    )


def test_an_examination_answers_it_and_so_does_an_independent_answer(spec):
    table = """
        child born 3 Nov 2025
        happened | known  | said by         | kind        | details
        10 Mar   | 10 Mar | health_visiting | injury_seen | appearance=bruise
        10 Mar   | 11 Mar | hospital        | {}

        as at 10 Mar: yes, because rows 1
        as at 11 Mar: {}
        """
    spec(mark_on_a_baby, table.format("medical_examination | ", "no"))
    spec(mark_on_a_baby, table.format("worry_settled | by=independent_opinion", "no"))
    spec(mark_on_a_baby, table.format("worry_settled | by=explanation_only", "yes, because rows 1"))
    spec(mark_on_a_baby, table.format("hospital_attendance | ", "yes, because rows 1"))


def test_a_mark_found_at_the_examination_is_examined_and_one_found_later_that_day_is_not(spec):
    spec(
        mark_on_a_baby,
        """
        child born 3 Nov 2025
        happened     | known        | said by  | kind                | details
        10 Mar 10:00 | 10 Mar 10:00 | hospital | medical_examination |
        10 Mar 10:30 | 10 Mar 10:30 | hospital | injury_seen         | appearance=bruise
        10 Mar 16:00 | 10 Mar 16:00 | hospital | injury_seen         | appearance=mark

        as at 10 Mar 15:00: no
        as at 10 Mar 16:00: yes, because rows 3
        """,
    )


def test_a_mark_told_of_late_asks_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        mark_on_a_baby,
        """
        child born 3 Nov 2025
        happened | known  | until  | said by         | kind        | details
        10 Mar   | 14 Mar | 16 Mar | health_visiting | injury_seen | appearance=bruise

        as at 13 Mar: no
        as at 14 Mar: yes, because rows 1
        as at 16 Mar: no
        """,
    )
