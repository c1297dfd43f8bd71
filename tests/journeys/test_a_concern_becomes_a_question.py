"""From a concern at the door to a question on one named person's page."""

from kith.journeys import receive_concern
from kith.patterns import queries as patterns


def test_a_third_agency_with_a_piece_prompts_a_discussion(area):
    amira = area.child("Amira Haddad", aged=6)
    area.on("3 Apr").police.report(amira, "domestic_abuse_incident", child_present=True)
    area.on("10 Apr").agency("hospital").report(amira, "injury_seen", appearance="bruise", site=["arm"])

    area.on("20 Apr").school.report(amira, "behaviour_concern", aspect="distress")

    prompt = area.mash_manager.only_prompt_for(amira)
    assert prompt.step == "multi_agency_discussion"
    assert "each_holds_a_piece" in prompt.patterns
    assert prompt.owner == area.mash_manager.id  # a person, not a team
    assert len(prompt.evidence) == 3
    assert prompt.due_at > area.now


def test_ordinary_life_asks_nothing(area):
    tom = area.child("Tom Pascoe", aged=4)

    area.on("3 Apr").agency("hospital").report(tom, "appointment", service="immunisation", outcome="attended")
    area.on("9 Apr").agency("hospital").report(tom, "injury_seen", appearance="bruise", site=["shin"])

    assert patterns.prompts_about(child=tom.id) == ()


def test_if_asking_fails_the_entry_stands_and_the_outbox_asks_again(area, monkeypatch):
    from kith.journeys import catch_up

    baby = area.child("Noor Haddad", born=area.now.date())
    area.on("3 Apr")

    def fail(**_):
        raise RuntimeError("the rules could not be asked")

    with monkeypatch.context() as broken:
        broken.setattr(catch_up, "raise_prompts", fail)
        area.agency("health_visiting").report(baby, "injury_seen", appearance="bruise", site=["cheek"])
    assert len(area.entries_about(baby)) == 1
    assert patterns.prompts_about(child=baby.id) == ()

    catch_up.catch_up(at=area.on("3 Apr", hour=13).now)

    assert {p.step for p in patterns.prompts_about(child=baby.id)} >= {
        "obtain_paediatric_opinion",
        "strategy_discussion",
    }


def test_a_child_of_whom_asking_fails_holds_up_none_of_those_asked_about_together(area, monkeypatch):
    from kith.journeys import catch_up

    babies = [area.child(name, born=area.now.date()) for name in ("Noor Haddad", "Ivo Hartley", "Sana Mir")]
    unlucky = babies[1].id
    area.on("3 Apr")

    def fails_for_one(*, children=(), child=None, **_):
        if unlucky in (*children, child):
            raise RuntimeError("the rules could not be asked")
        return real(child=child, **_)

    real = catch_up.raise_prompts
    with monkeypatch.context() as broken:
        broken.setattr(receive_concern, "catch_up", lambda **_: 0)
        for baby in babies:
            area.agency("health_visiting").report(baby, "injury_seen", appearance="bruise", site=["cheek"])
    with monkeypatch.context() as broken:
        broken.setattr(catch_up, "raise_prompts_for", fails_for_one)
        broken.setattr(catch_up, "raise_prompts", fails_for_one)
        assert catch_up.catch_up(at=area.now) == 2

    assert [bool(patterns.prompts_about(child=baby.id)) for baby in babies] == [True, False, True]
    catch_up.catch_up(at=area.on("3 Apr", hour=13).now)
    assert patterns.prompts_about(child=unlucky)


def test_an_injury_that_nobody_saw_is_asked_about_when_a_day_has_passed(area):
    from kith.journeys.catch_up import catch_up

    ben = area.child("Ben Carlyon", aged=5)
    area.on("3 Apr").school.report(ben, "injury_reported", appearance="bruise")
    assert "immediate_safety_action" not in {p.step for p in patterns.prompts_about(child=ben.id)}

    catch_up(at=area.on("4 Apr", hour=13).now)

    assert "immediate_safety_action" in {p.step for p in patterns.prompts_about(child=ben.id)}
