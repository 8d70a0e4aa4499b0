"""Bytes to tables: the limits of a document, and faults of the text itself."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.document.read import MAX_BYTES, read_bytes, read_file, read_mapping, read_text
from portability.faults import Refused


def refusal(raw: bytes, name: str = "a.toml") -> list[str]:
    """What is said of bytes that cannot be read, or of single values that may not stand in a document."""
    try:
        return [str(fault) for fault in read_bytes(raw, name).faults]
    except Refused as refused:
        return [str(fault) for fault in refused.faults]


DEEP = "the document is nested over 20 levels. A case needs five at most."


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "a.toml: the file is empty. It begins with format ="),
        (b" \n\t\n", "a.toml: the file is empty."),
        (b"a = 1\nb = \xe9\n", "a.toml:2: the file is not text in UTF-8 (byte 0xe9). Save it as UTF-8."),
        ("a = 1".encode("utf-16"), "a.toml:1: the file is text in UTF-16. Save it as UTF-8."),
        (b"\x7fELF\x02\x01\x00\x00\xff\xff", "a.toml:1: the file is not text in UTF-8 (byte 0xff)."),
        (b"a = 1\n\x00", "a.toml:2: "),
        (b"a = 1.5", 'a.toml:1: a: 1.5 is a float, which is not exact. Write it as text: "1.5".'),
        (b"a = 1e5", "a.toml:1: a: 1e5 is a float"),
        (b"a = nan", "a.toml:1: a: nan is not a number that can be counted with."),
        (b"a = -inf", "a.toml:1: a: -inf is not a number that can be counted with."),
        (b"a = 1\na = 2\n", "a.toml:2: a: this is written twice. Keep one of the two."),
        (b"[a]\n[a]\n", "a.toml:2: a: this is written twice. Keep one of the two."),
        (b"a = " + b"[" * 10_000, "a.toml:1: " + DEEP),
        (b"a = " + b"{a=" * 2_000, "a.toml:1: " + DEEP),
        (b"a." * 10_000 + b"a = 1", "a.toml: " + DEEP),
        (b"a = [\n" + b"[" * 20 + b"]" * 20 + b"]", "this is nested over 20 levels. A case needs five at most."),
        (b"a = 1" + b"0" * 5_000, "a.toml:1: a number has thousands of digits. Check the number."),
    ],
)
def test_what_toml_is_refused(raw: bytes, said: str) -> None:
    assert any(said in fault for fault in refusal(raw)), refusal(raw)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"[]", "a.json:1: the document is not a table. It begins with { and ends with }."),
        (b'{"a": 1,\n "a": 2}', "a.json:2: a: this is written twice. Keep one of the two."),
        (b'{"p": [{"x": 1}, {"x": 1, "x": 1}]}', "a.json:1: p[1].x: this is written twice."),
        (b'{"a": 1.50}', 'a.json:1: a: 1.50 is a float, which is not exact. Write it as text: "1.50".'),
        (b'{"a": NaN}', "a.json:1: a: NaN is not a number that can be counted with."),
        (b'{"a":\n-Infinity}', "a.json:1: a: -Infinity is not a number that can be counted with."),
        (b'{"a": null}', "a.json:1: a: null says nothing. Leave the key out where there is nothing to say."),
        (b'{"a": "\\ud800"}', 'a.json:1: a: "\\ud800" has half a character in it.'),
        (b'{"\\ud800": 1}', 'the key "\\ud800" has half a character in it.'),
        (b'{"a": 1,\n}', "a.json:2: a key in quotation marks is expected here."),
        (b'{"a": 1\n"b": 2}', "a.json:2: a comma or a closing bracket is expected here."),
        (b'{"a": }', "a.json:1: a value is expected here."),
        (b'{"a": "x}', "a.json:1: a text is begun but not ended."),
        (b'{"a": "x\ny"}', "a.json:1: a line break or control character stands inside a text."),
        (b'{"a": 1} x', "a.json:1: the document goes on after its end."),
        (b'{"a":' * 50_000, "a.json:1: " + DEEP),
        (b'{"a":\n' + b"[" * 30 + b"]" * 30 + b"}", "a.json:2: a[0][0]"),
        (b'{"a": ' + b"1" * 5_000 + b"}", "a.json:1: a number has thousands of digits."),
    ],
)
def test_what_json_is_refused(raw: bytes, said: str) -> None:
    assert any(said in fault for fault in refusal(raw, "a.json")), refusal(raw, "a.json")


def test_a_file_of_5_mb_is_read_and_one_byte_more_is_refused() -> None:
    full = b"a = 1\n#" + b"x" * (MAX_BYTES - 7)
    assert len(full) == MAX_BYTES
    assert read_bytes(full, "a.toml").data == {"a": 1}
    assert refusal(full + b"x") == ["a.toml: the file is over 5 MB. Split it, or leave out what is not needed."]
    with pytest.raises(Refused, match="over 5 MB"):
        read_text("#" + "é" * (MAX_BYTES // 2), "a.toml")


def test_twenty_levels_are_read() -> None:
    assert refusal(b"a = " + b"[" * 19 + b"]" * 19) == []
    assert refusal(b'{"a": ' + b"[" * 19 + b"]" * 19 + b"}", "a.json") == []
    assert refusal(b"a." * 19 + b"a = 1") == []


def test_json_is_known_by_its_name_or_its_first_sign() -> None:
    assert read_text('{"a": 1}', "x").kind == read_text("{}", "x.json").kind == "json"
    assert read_text("a = 1", "x").kind == read_text("a = 1", "x.toml").kind == "toml"


def test_a_mark_of_byte_order_and_lines_of_windows_are_passed_by() -> None:
    assert read_bytes(b"\xef\xbb\xbfa = 1\r\nb = 1.5\r\n", "a.toml").data["a"] == 1
    assert refusal(b"\xef\xbb\xbfa = 1\r\nb = 1.5\r\n")[0].startswith("a.toml:2: b: 1.5 is a float")
    assert read_bytes(b'\xef\xbb\xbf{"a": 1}', "a.json").data == {"a": 1}


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "none.toml", "there is no such file"),
        (tmp_path, "this is a folder, not a file"),
        (tmp_path / ("x" * 300), "the file cannot be read (File name too long)"),
        ("a\0b", "the file cannot be read (the name is no file name)"),
    ):
        with pytest.raises(Refused) as caught:
            read_file(path)
        assert said in str(caught.value)


def test_tables_in_memory_are_copied_and_sifted() -> None:
    given = {"a": 1.5, "b": [{"c": object()}], 5: 1, "d": None}
    document = read_mapping(given, "x")
    assert [fault.path for fault in document.faults] == ["a", "b[0].c", "", "d"]
    assert given["a"] == 1.5
    circle: dict[str, object] = {}
    circle["again"] = circle
    assert "nested over 20 levels" in str(read_mapping(circle, "x").faults[0])
    with pytest.raises(Refused, match="not a table"):
        read_mapping([1], "x")  # type: ignore[arg-type]  # what a program may do wrong


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_but_a_refusal(raw: bytes) -> None:
    for name in ("a.toml", "a.json", "a"):
        assert isinstance(refusal(raw, name), list)


@given(st.text(alphabet='ab1=.[]{}"\' \n#-:,\\', max_size=40))
def test_nothing_that_looks_like_toml_raises_anything_but_a_refusal(text: str) -> None:
    for name in ("a.toml", "a.json"):
        for fault in refusal(text.encode(), name):
            assert fault.startswith(name)


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers(-99, 99) | st.booleans(), max_size=4))
def test_what_json_holds_is_what_is_read(data: dict[str, object]) -> None:
    assert read_text(json.dumps(data), "a.json").data == data
