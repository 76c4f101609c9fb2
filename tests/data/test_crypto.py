import base64

import pytest

from vob.data.crypto import Sleutelbos, SleutelFout, new_key

OUD, NIEUW = new_key("oud"), new_key("nieuw")


def test_what_is_encrypted_comes_back() -> None:
    bos = Sleutelbos.parse(OUD)
    assert (
        bos.decrypt(bos.encrypt(b"dreiging", "incident.woorden"), "incident.woorden") == b"dreiging"
    )


def test_the_same_text_looks_different_each_time() -> None:
    bos = Sleutelbos.parse(OUD)
    assert bos.encrypt(b"x", "a.b") != bos.encrypt(b"x", "a.b")


def test_a_value_cannot_move_to_another_column() -> None:
    bos = Sleutelbos.parse(OUD)
    with pytest.raises(SleutelFout, match=r"a\.c"):
        bos.decrypt(bos.encrypt(b"x", "a.b"), "a.c")


def test_a_new_key_in_front_encrypts_and_the_old_one_still_reads() -> None:
    sealed = Sleutelbos.parse(OUD).encrypt(b"x", "a.b")
    bos = Sleutelbos.parse(f"{NIEUW},{OUD}")
    assert bos.decrypt(sealed, "a.b") == b"x"
    assert bos.encrypt(b"x", "a.b").startswith(b"nieuw:")


def test_a_lost_key_is_named_and_not_shown() -> None:
    sealed = Sleutelbos.parse(OUD).encrypt(b"x", "a.b")
    with pytest.raises(SleutelFout, match="‘oud’ ontbreekt"):
        Sleutelbos.parse(NIEUW).decrypt(sealed, "a.b")


def test_a_changed_byte_is_noticed() -> None:
    bos = Sleutelbos.parse(OUD)
    sealed = bytearray(bos.encrypt(b"x", "a.b"))
    sealed[-1] ^= 1
    with pytest.raises(SleutelFout):
        bos.decrypt(bytes(sealed), "a.b")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "zonder-dubbele-punt",
        "kort:" + base64.b64encode(b"kort").decode(),
        "naam:geen base64!",
        ":" + base64.b64encode(b"0" * 32).decode(),  # no name
    ],
)
def test_a_wrong_key_is_refused(text: str) -> None:
    with pytest.raises(SleutelFout):
        Sleutelbos.parse(text)


def test_a_blind_index_ignores_case_and_spaces_and_differs_per_purpose() -> None:
    bos = Sleutelbos.parse(f"{NIEUW},{OUD}")
    found = bos.blind_indexes("Jan  Jansen", "veroorzaker")
    assert found == bos.blind_indexes("jan jansen ", "veroorzaker")
    assert len(found) == 2, "one per key, so that old rows are found after a rotation"
    assert set(found).isdisjoint(bos.blind_indexes("jan jansen", "getuige"))


def test_a_keyed_hash_needs_its_key() -> None:
    with pytest.raises(SleutelFout, match="‘weg’"):
        Sleutelbos.parse(OUD).mac(b"x", "audit", "weg")
