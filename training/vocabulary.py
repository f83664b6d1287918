"""The SentencePiece vocabulary that both languages of a package share."""

import io
from collections.abc import Iterable
from pathlib import Path

import sentencepiece

PIECES = 8_000
PAD, UNKNOWN, START, END = 0, 1, 2, 3
# SentencePiece wants an id for padding; CTranslate2 never sees it, as it pads by length.
LONGEST = 96


class Vocabulary:
    """Text to piece numbers; sources may be cut differently each time, which teaches spelling."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
        size = self.processor.get_piece_size()
        self.byte_ids = {i for i in range(size) if self.processor.is_byte(i)}

    def __len__(self) -> int:
        return self.processor.get_piece_size()

    def encode(self, texts: list[str]) -> list[list[int]]:
        """The likeliest cut of each text: what the package's tokenizer will do."""
        return self.processor.encode(texts)

    def sample(self, texts: list[str]) -> list[list[int]]:
        """A cut drawn by chance for each text, most often near the likeliest."""
        return self.processor.encode(texts, enable_sampling=True, nbest_size=-1, alpha=0.3)

    def decode(self, ids: list[int]) -> str:
        """Piece numbers back to text."""
        return self.processor.decode(ids)

    def pieces(self) -> list[str]:
        """Every piece in the order of its number."""
        return [self.processor.id_to_piece(i) for i in range(len(self))]


def learn(texts: Iterable[str], path: Path) -> Vocabulary:
    """Learn the pieces; bytes stand in for what is rare, so that no character is unknown.

    `identity` keeps the text as it is: the usual NFKC would fold ，？！ to their half-width forms,
    and the package would never write Chinese punctuation.
    """
    learnt = io.BytesIO()  # given a file name instead, SentencePiece would keep it in the model
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=learnt,
        vocab_size=PIECES,
        model_type="unigram",
        character_coverage=0.9998,
        byte_fallback=True,
        split_digits=True,
        normalization_rule_name="identity",
        max_sentencepiece_length=12,
        pad_id=PAD,
        unk_id=UNKNOWN,
        bos_id=START,
        eos_id=END,
        num_threads=1,
        minloglevel=1,
    )
    path.write_bytes(learnt.getvalue())
    return Vocabulary(path)
