"""What readers ask about one message: its translation, from the right language, or a better one."""

from bridge.core.events import MessageChanged
from bridge.core.frames import AskTranslation, Propose
from bridge.core.model import UND, Lang, Message, plain
from bridge.core.proposals import Correction, Dispute
from bridge.errors import ClientError, Code
from bridge.interpreter import Interpreter
from bridge.ports.reader import Reader
from bridge.world import World


class Questions:
    """Asked of a message that is there; nothing here waits for a translation."""

    def __init__(self, world: World, interpreter: Interpreter) -> None:
        self._world = world
        self._interpreter = interpreter

    async def translation(self, reader: Reader, frame: AskTranslation, message: Message) -> None:
        """The message in `frame.lang`; answered behind whatever the reader does next.

        Whoever wrote it may say which language it is in, and anybody may where nobody knows: then
        it is so for all. Another reader's word for it counts for that reader alone.
        """
        if not self._interpreter.covers(message, frame.lang, frame.source):
            pair = f"{frame.source or message.lang} into {frame.lang}"
            raise ClientError(Code.NO_ROUTE, f"nothing installed here translates {pair}")
        if frame.source is None or frame.source == message.lang:
            self._interpreter.answer(reader, frame.id, message, frame.lang)
        elif message.author == reader.user.id or message.lang == UND:
            message = await self._relabel(message, frame.source)
            self._interpreter.answer(reader, frame.id, message, frame.lang)
        else:
            self._interpreter.answer_from(reader, frame.id, message, frame.lang, frame.source)

    async def propose(self, reader: Reader, frame: Propose, message: Message) -> None:
        """Put it on the curators' desk, with what was said and what was shown. Raises ClientError
        for a dispute about a note that the message has not."""
        world = self._world
        if frame.kind == "dispute":
            await self._dispute(reader, frame, message)
            return
        shown = await world.store.translation(message.room, message.seq, frame.lang)
        correction = Correction(
            message.lang,
            frame.lang,
            plain(message.runs),
            plain(shown.rendering.runs) if shown else "",
            world.composer.cleaned(frame.text),
        )
        now = world.clock.now()
        await world.desk.propose(message.room, message.seq, reader.user.id, correction, now)

    async def _dispute(self, reader: Reader, frame: Propose, message: Message) -> None:
        world, entry = self._world, frame.entry
        noted = (run.text for run in message.runs if entry and entry in (run.entry, *run.also))
        term = next(noted, None)
        if entry is None or term is None:
            raise ClientError(Code.GONE, f"message {message.seq} has no such note, or no longer")
        dispute = Dispute(entry, term, world.composer.cleaned(frame.text))
        now = world.clock.now()
        await world.desk.propose(message.room, message.seq, reader.user.id, dispute, now)
        world.counting.disputed(entry)

    async def _relabel(self, message: Message, lang: Lang) -> Message:
        runs = self._world.composer.compose_in(plain(message.runs), lang, message.room)
        changed = await self._world.store.relabel(message.room, message.seq, lang, runs)
        if changed is None:
            raise ClientError(Code.GONE, f"message {message.seq} was deleted meanwhile")
        await self._world.bus.publish(message.room, MessageChanged(changed, fresh=True))
        return changed
