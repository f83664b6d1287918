"""Words that the rooms use and nothing explains: found in what is said, forgotten with it."""

import pytest

from bridge.core.model import RoomName, Seq, UserId
from bridge.curation.mining import KEPT_S, Mining
from bridge.library.vocabulary import WordVocabulary
from tests.contracts.drafts import NOON, TEA, ZH
from tests.curation.rooms import EN, Rooms, entry

ENGLISH = {"the": 0.06, "people": 0.001, "was": 0.01, "pizza": 0.00002}
LOBBY = RoomName("lobby")


@pytest.fixture
def mining(rooms: Rooms) -> Mining:
    vocabulary = WordVocabulary(lambda: rooms.shelf.matchers.lexicon, ENGLISH)
    return Mining(rooms.store.lately(), rooms.shelf, vocabulary, rooms.clock)


async def found(mining: Mining) -> list[str]:
    return [each.word for each in await mining.words(ZH, 100)]


async def test_a_new_word_of_single_characters_is_found_whole(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("这个口红真的绝绝子")
    await rooms.say("绝绝子的电影", by="Tom")
    await rooms.say("你就是绝绝子", room=LOBBY)
    [word] = await mining.words(ZH, 100)
    assert (word.word, word.count, word.people, word.rooms, word.tag) == ("绝绝子", 3, 2, 2, "")
    assert len(word.examples) == 3


async def test_a_character_with_a_latin_letter_is_a_word(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("真的栓Q")
    await rooms.say("我也栓Q")
    assert await found(mining) == ["栓q"]


async def test_what_is_said_once_is_no_word_yet(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("这个口红真的绝绝子")
    assert await found(mining) == []


async def test_what_the_glossary_explains_is_known(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("太内卷了")
    await rooms.say("还在内卷")
    assert await found(mining) == []


async def test_everyday_words_are_not_remarkable(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("我们今天一起吃饭")
    await rooms.say("我们今天没有时间")
    assert await found(mining) == []


async def test_names_of_people_in_the_rooms_are_no_words(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("嘟嘟叽来了", by="嘟嘟叽")
    await rooms.say("嘟嘟叽你好")
    assert await found(mining) == []


async def test_links_and_mentions_are_not_looked_at(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("https://blorp.example/blorp 看看 @zorp")
    await rooms.say("https://blorp.example/blorp 好 @zorp")
    assert await found(mining) == []


async def test_english_words_are_compared_with_everyday_english(
    rooms: Rooms, mining: Mining
) -> None:
    for text in ("the people was yeeting", "yeeting pizza", "no people, just yeeting"):
        await rooms.say(text, lang=EN)
    words = await mining.words(EN, 100)
    assert [each.word for each in words] == ["yeeting"]
    assert words[0].usual == pytest.approx(20)


async def test_a_deleted_message_is_forgotten_at_once(rooms: Rooms, mining: Mining) -> None:
    first = await rooms.say("绝绝子啊")
    await rooms.say("也绝绝子")
    assert await found(mining) == ["绝绝子"]
    await rooms.store.delete(TEA, Seq(first), UserId("u-Mei"), NOON, "gone")
    assert await found(mining) == []


async def test_what_was_found_is_kept_for_some_minutes(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("绝绝子啊")
    assert await found(mining) == []
    await rooms.say("也绝绝子")
    assert await found(mining) == []
    rooms.clock.seconds += KEPT_S
    assert await found(mining) == ["绝绝子"]


async def test_an_entry_for_it_takes_it_off_the_list(rooms: Rooms, mining: Mining) -> None:
    await rooms.say("绝绝子啊")
    await rooms.say("也绝绝子")
    assert await found(mining) == ["绝绝子"]
    rooms.shelf.use(entry("jue-jue-zi", "绝绝子"))
    assert await found(mining) == []
