"""Links, mentions, code and emoji are runs of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.model import RunKind, plain
from bridge.core.protect import protect


def kinds(text: str) -> list[tuple[str, str]]:
    return [(run.text, run.kind.value) for run in protect(text) if run.kind is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看 https://x.cn/a?b=1。好", [("https://x.cn/a?b=1", "link")]),
        (
            "(https://en.wikipedia.org/wiki/A_(b))",
            [("https://en.wikipedia.org/wiki/A_(b)", "link")],
        ),
        ("写信给mei@example.org吧", [("mei@example.org", "link")]),
        ("见www.a.com，谢谢", [("www.a.com", "link")]),
        ("你好@小红 and @bob.", [("@小红", "mention"), ("@bob", "mention")]),
        ("run `yyds()` now", [("`yyds()`", "code")]),
        ("哈哈😀👍🏽 ok", [("😀👍🏽", "emoji")]),
        ("👨\u200d👩\u200d👧🇨🇳❤️", [("👨\u200d👩\u200d👧🇨🇳❤️", "emoji")]),
        ("520 1 # * © 5% a@b", []),
        ("`https://x.cn`", [("`https://x.cn`", "code")]),
    ],
)
def test_what_must_not_change_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


@given(st.text(alphabet="ab@. :/`（)(]https汉👍🏽\u200d\ufe0f\n1"))
def test_joining_the_runs_gives_the_text_back(text: str) -> None:
    assert plain(protect(text)) == text


def test_emoji_with_a_colon_link_lookalike_is_still_emoji() -> None:
    assert protect("🙂")[0].kind is RunKind.EMOJI
