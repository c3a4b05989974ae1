from kiosk.core.tally import added_up


def test_numbers_of_a_key_are_added_up_and_keys_keep_their_order() -> None:
    assert list(added_up([("b", 2), ("a", 0), ("b", -5)]).items()) == [("b", -3), ("a", 0)]
    assert added_up([]) == {}
