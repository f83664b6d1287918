"""Does what somebody typed: says it, changes it, or answers from what is known here."""

from bridge.cli.terminal.cards import Cards, in_full
from bridge.cli.terminal.commands import (
    HELP,
    Answer,
    Ask,
    Command,
    Delete,
    Edit,
    Help,
    Note,
    Quit,
    React,
    Read,
    Say,
    Who,
    Wrong,
)
from bridge.cli.terminal.lines import note, safe_name, wrong
from bridge.cli.terminal.screen import Screen
from bridge.cli.terminal.transcript import Transcript
from bridge.client import BridgeClient, Message, Refused, Room
from bridge.core.model import Lang
from bridge.errors import Code


class Orders:
    """Everything here may raise BridgeError: the order was not carried out."""

    def __init__(
        self, client: BridgeClient, room: Room, transcript: Transcript, screen: Screen, cards: Cards
    ) -> None:
        self._client = client
        self._room = room
        self._transcript = transcript
        self._screen = screen
        self._cards = cards

    async def carry_out(self, command: Command) -> None:
        """Do it, and wait until the server says that it is done."""
        match command:
            case Say(text, reply_to):
                await self._room.send(text, reply_to=reply_to)
            case Edit(seq, text):
                await self._room.edit(self._mine(seq).seq, text)
            case Delete(seq):
                await self._room.delete(self._mine(seq).seq)
            case React(seq, emoji, on):
                await self._room.react(seq, emoji, on)
            case Ask(seq, text):
                await self._room.ask(seq, text, self._client.lang)
                self._screen.show([note(f"asked; the answer comes here: “{safe_name(text)}”")])
            case Answer(question, gloss, body):
                await self._room.answer(self._asked(question), gloss, body)
            case Read(lang):
                await self._read_in(lang)
            case Note(seq):
                await self._notes(seq)
            case Who():
                here = [f"{safe_name(m.name)} ({m.lang})" for m in self._room.members.values()]
                self._screen.show([note(f"here: {', '.join(here)}")])
            case Help():
                self._screen.show(note(each) for each in HELP.splitlines())
            case Wrong(cure):
                self._screen.show([wrong(cure)])
            case Quit():
                pass

    def _mine(self, seq: int | None) -> Message:
        found = self._transcript.find(seq, self._transcript.is_mine)
        if found is None:
            which = "no message of yours" if seq is None else f"no message #{seq}"
            raise Refused(Code.GONE, f"there is {which} on this screen")
        return found

    def _asked(self, question: int | None) -> int:
        number = self._transcript.questions.newest() if question is None else question
        if number is None:
            raise Refused(Code.GONE, "there is no question on this screen")
        return number

    async def _read_in(self, lang: str) -> None:
        await self._client.set_lang(lang)
        self._transcript.read_in(self._client.lang)
        self._screen.show([note(reading(self._client))])

    async def _notes(self, seq: int | None) -> None:
        """All notes on one message, in full."""
        found = self._transcript.find(seq, lambda each: any(run.entry for run in each.runs))
        entries = {run.entry for run in found.runs if run.entry} if found else set()
        cards = [await self._cards.card(each, Lang(self._client.lang)) for each in sorted(entries)]
        told = [in_full(card) for card in cards if card is not None and card.gloss]
        which = "" if seq is None else f" on #{seq}"
        self._screen.show(told or [note(f"there are no notes{which} in {self._client.lang}")])


def reading(client: BridgeClient) -> str:
    """What one reads from now on, or which languages there would be."""
    names = {str(each.code): each.name for each in client.languages}
    if client.lang in names:
        return f"you read {safe_name(names[client.lang])} ({client.lang})"
    known = ", ".join(sorted(names)) or "none"
    return f"nothing here is translated into {client.lang}; /lang takes one of: {known}"
