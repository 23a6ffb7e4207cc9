from small_reviews import activity, problem, programme, session

from constraints.out_of_turn import fallen_openings, keeps_turns, out_of_turn

AREA = problem(activity("opening", area="a", first_of_area=True), activity("talk", area="a"))
LATE = programme(session("talk", "09:00", "10:00"), session("opening", "10:00", "11:00"))


def test_only_a_struck_session_that_opens_its_area_is_a_fallen_opening() -> None:
    assert fallen_openings(AREA.changed(struck=("opening", "talk"))) == ("opening",)
    assert fallen_openings(AREA.changed(struck=("talk",))) == ()


def test_opening_held_late_keeps_its_turn_only_where_nothing_waits_for_it() -> None:
    assert not keeps_turns(AREA, LATE)
    assert keeps_turns(out_of_turn(AREA, ("opening",)), LATE)
    assert keeps_turns(AREA, programme(*LATE.sessions[1:]))


def test_problem_with_nothing_out_of_turn_is_itself() -> None:
    assert out_of_turn(AREA, ()) is AREA
