"""Links, mentions, code, tags, emoji and faces are runs of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.model import RunKind, plain
from bridge.core.protect import is_emoji, protect
from tests.busy import busy_s


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
        ("昨天@bob没来，@阿May来了", [("@bob", "mention"), ("@阿May来了", "mention")]),
        ("run `yyds()` now", [("`yyds()`", "code")]),
        ("哈哈😀👍🏽 ok", [("😀👍🏽", "emoji")]),
        ("👨\u200d👩\u200d👧🇨🇳❤️", [("👨\u200d👩\u200d👧🇨🇳❤️", "emoji")]),
        ("520 1 # * © 5% a@b", []),
        ("`https://x.cn`", [("`https://x.cn`", "code")]),
    ],
)
def test_what_must_not_change_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


@given(st.text(alphabet="ab@. :/`（)(]https汉👍🏽\u200d\ufe0f\n1#＃_^T°╯"))
def test_joining_the_runs_gives_the_text_back(text: str) -> None:
    assert plain(protect(text)) == text


def test_emoji_with_a_colon_link_lookalike_is_still_emoji() -> None:
    assert protect("🙂")[0].kind is RunKind.EMOJI


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("I love #monday!", ["#monday"]),
        ("我喜欢#monday因为有你", ["#monday"]),
        ("今天#周末 去玩", ["#周末"]),
        ("#世界杯#真好看#足球#", ["#世界杯#", "#足球#"]),
        ("＃话题＃大家怎么看", ["＃话题＃"]),
        ("#90s and #2024年度总结#", ["#90s", "#2024年度总结#"]),
        ("we are #1, #1个, C# code, a#b, &#39;x, # heading, ## heading, ###x", []),
        ("`#code` https://x.cn/#top", []),
    ],
)
def test_tags_are_found_and_ordinals_headings_and_fragments_are_not(
    text: str, tags: list[str]
) -> None:
    assert [run.text for run in protect(text) if run.kind is RunKind.TAG] == tags


FACES = (
    "(╯°□°)╯︵ ┻━┻|(｡♥‿♥｡)|(・ω・)|(￣▽￣)|(๑•̀ㅂ•́)و|( ͡° ͜ʖ ͡°)|ʕ•ᴥ•ʔ|¯\\_(ツ)_/¯|(T_T)|(>_<)|(-_-)"
    "|(´・ω・`)|ヽ(✿ﾟ▽ﾟ)ノ|(づ｡◕‿‿◕｡)づ|(ಠ_ಠ)|┬─┬ノ( ゜-゜ノ)|（￣︶￣）|╮(╯▽╰)╭|(눈_눈)|(^^)|┻━┻|→_→"
    "|QAQ|QwQ|orz|T_T|^_^|XD|owo|-_-|:-)|:)|:(|;)|:D|:P|<3|=)|:'("
).split("|")


@pytest.mark.parametrize("face", FACES)
def test_a_face_made_of_letters_and_marks_is_emoji(face: str) -> None:
    assert kinds(f"好的 {face} 再见") == [(face, "emoji")]


@pytest.mark.parametrize(
    "text",
    [
        "(a) (1) (-5) (5°C) (x, y) ($20) (x>0) (e.g.) (24/7)",
        "（一）（你好）",
        "list:(a) 如下:(一)",
        "3:30 3:3 答案:D",
        "a<b>c x<3",
        "TATA state T-shirt xor",
        "8) [1] f(x)=1",
        "(Δ=b-c) (→) (…)",
    ],
)
def test_brackets_times_and_formulas_are_no_faces(text: str) -> None:
    assert kinds(text) == []


def test_a_face_and_an_emoji_side_by_side_are_one_run() -> None:
    assert kinds("好:)😀") == [(":)😀", "emoji")]


def test_only_emoji_are_emoji() -> None:
    assert is_emoji("👍🏽")
    assert not is_emoji(":)")
    assert not is_emoji("👍 ok")


HOSTILE = (
    "( ((( (^ (° # #a #1 ＃a# :- @a ` `a (╯°□° T_ ┻━ ¯\\ ʕ ʕ• ヽ( ° (°a a@b. www. http:// 👍\u200d "
    "1\ufe0f a_ QAQ (^_ #9 (^^ = -_ XDDDDDDDD :))) (;) (… _o a.a@ (a( #汉 @汉"
).split()


@pytest.mark.parametrize("piece", HOSTILE)
def test_two_thousand_hostile_characters_take_a_moment(piece: str) -> None:
    text = (piece * 2000)[:2000]
    assert plain(protect(text)) == text
    assert busy_s(lambda: protect(text)) < 0.1
