"""Repeated or worsening domestic abuse, each incident looked at alone."""

from kith.rulebook.england.patterns.abuse_notices_one_by_one import abuse_notices_one_by_one


def test_three_incidents_in_a_year_with_no_look_at_the_child_ask_for_a_discussion(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2019
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident |
        20 Feb   | 20 Feb | police  | domestic_abuse_incident |
        17 Mar   | 18 Mar | police  | domestic_abuse_incident |

        as at 17 Mar: no
        as at 18 Mar: yes, because rows 1 2 3, step multi_agency_discussion, owner mash_manager
        """,
    )


def test_copies_of_one_incident_count_once_and_one_entry_may_stand_for_many(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2019
        happened | known  | said by   | kind                    | details  | ref
        3 Feb    | 3 Feb  | police    | domestic_abuse_incident |          |
        3 Feb    | 4 Feb  | school    | domestic_abuse_incident |          | same as 1
        3 Feb    | 5 Feb  | ambulance | domestic_abuse_incident |          | same as 1
        20 Feb   | 20 Feb | police    | domestic_abuse_incident | count=2  |

        as at 19 Feb: no
        as at 20 Feb: yes, because rows 3 4
        """,
    )


def test_incidents_more_than_a_year_apart_do_not_count_together(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2015
        happened   | known      | said by | kind                    | details
        3 Feb 2025 | 3 Feb 2025 | police  | domestic_abuse_incident |
        3 Mar 2025 | 3 Mar 2025 | police  | domestic_abuse_incident |
        10 Feb     | 10 Feb     | police  | domestic_abuse_incident |

        as at 10 Feb: no
        """,
    )


def test_two_are_enough_for_a_baby_or_before_the_birth(spec):
    two = """
        {}
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident |
        20 Feb   | 20 Feb | police  | domestic_abuse_incident |

        as at 20 Feb: {}
        """
    spec(abuse_notices_one_by_one, two.format("child born 1 Oct 2025", "yes, because rows 1 2"))
    spec(abuse_notices_one_by_one, two.format("unborn due 4 Jun 2026", "yes, because rows 1 2"))
    spec(abuse_notices_one_by_one, two.format("child born 1 Jan 2025", "no"))


def test_two_are_enough_when_the_second_is_graded_higher(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2019
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident | severity=standard
        20 Feb   | 20 Feb | police  | domestic_abuse_incident | severity=high

        as at 3 Feb: no
        as at 20 Feb: yes, because rows 1 2
        """,
    )


def test_two_of_the_same_grade_or_of_a_grade_that_nobody_gave_are_not(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2019
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident | severity=high
        20 Feb   | 20 Feb | police  | domestic_abuse_incident | severity=standard

        as at 20 Feb: no
        """,
    )
    spec(
        abuse_notices_one_by_one,
        """
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident |
        20 Feb   | 20 Feb | police  | domestic_abuse_incident | severity=high

        as at 20 Feb: no                     <- when the child was born is not known either
        """,
    )


def test_a_social_workers_visit_that_saw_the_child_is_a_look_and_a_health_visitors_weighing_is_not(spec):
    table = """
        child born 3 May 2019
        happened | known  | said by  | kind                    | details
        3 Feb    | 3 Feb  | police   | domestic_abuse_incident |
        20 Feb   | 20 Feb | police   | domestic_abuse_incident |
        1 Mar    | 1 Mar  | {}       | visit                   | {}
        17 Mar   | 17 Mar | police   | domestic_abuse_incident |

        as at 17 Mar: {}
        """
    spec(abuse_notices_one_by_one, table.format("childrens_social_care", "seen=true", "no"))
    spec(abuse_notices_one_by_one, table.format("health_visiting", "seen_alone=true", "no"))
    spec(abuse_notices_one_by_one, table.format("health_visiting", "seen=true", "yes"))
    spec(abuse_notices_one_by_one, table.format("childrens_social_care", "outcome=no_reply", "yes"))


def test_a_meeting_about_it_starts_the_count_anew(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2019
        happened | known  | said by | kind                    | details
        3 Feb    | 3 Feb  | police  | domestic_abuse_incident |
        20 Feb   | 20 Feb | police  | domestic_abuse_incident |
        1 Mar    | 1 Mar  | police  | multi_agency_meeting    | meeting=marac
        17 Mar   | 17 Mar | police  | domestic_abuse_incident |
        20 Mar   | 20 Mar | police  | domestic_abuse_incident |
        2 Apr    | 2 Apr  | police  | domestic_abuse_incident |

        as at 20 Mar: no
        as at 2 Apr: yes, because rows 4 5 6
        """,
    )


def test_an_incident_told_late_counts_once_known_and_a_withdrawn_one_no_longer(spec):
    spec(
        abuse_notices_one_by_one,
        """
        child born 3 May 2019
        happened | known  | until  | said by | kind                    | details
        3 Feb    | 3 Feb  |        | police  | domestic_abuse_incident |
        20 Feb   | 20 Feb |        | police  | domestic_abuse_incident |
        1 Mar    | 15 Apr | 20 Apr | police  | domestic_abuse_incident |         <- told late, then withdrawn

        as at 10 Mar: no
        as at 15 Apr: yes, because rows 1 2 3
        as at 20 Apr: no
        """,
    )
