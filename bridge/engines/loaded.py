"""One model package in memory: sentences in, translations and scores out."""

from collections.abc import Sequence
from dataclasses import dataclass

import ctranslate2
from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer, Tokenizer

from bridge.core.jobs import Hypothesis, Output
from bridge.engines.packages import Package
from bridge.errors import EngineFailed, PackageError

MAX_TOKENS = 256
"""Tokens given to the model at once; a longer sentence goes through in several stretches (S24)."""
BEAM = 2
"""Hypotheses that the decoder follows (S24: no more for what anybody may send)."""
CAREFUL_BEAM = 4
"""The same for careful jobs, which give all of them back. Twice the work, and still within S24's
purpose: only a sentence whose first translation is in doubt gets it, once, in small batches."""
_MOST_WORDS = 50_000
"""Words that a byte pair tokenizer may remember; left alone it never forgets one."""

_Thought = tuple[list[str], float]
"""Tokens of one hypothesis, and its score."""
_Thoughts = list[_Thought]
"""The hypotheses for one stretch, best first."""


def load(package: Package, workers: int) -> "Loaded":
    """Load the model for `workers` callers at a time. Raises `PackageError` when it won't run."""
    try:
        translator = ctranslate2.Translator(
            str(package.folder / "model"),
            device="cpu",
            compute_type="int8",
            inter_threads=workers,
            intra_threads=1,
        )
        loaded = Loaded(package, translator, _tokenizer(package))
        loaded.run(["a"])
    except (Exception, SystemExit) as error:
        # Damaged files fail in many ways (the BPE reader even calls sys.exit); all mean the same.
        raise PackageError(f"{package.folder.name}: the model does not run: {error}") from error
    return loaded


def try_out(package: Package) -> None:
    """Load the model and translate a word. Raises `PackageError` when that fails."""
    load(package, workers=1)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model ready to run. Thread-safe."""

    package: Package
    translator: ctranslate2.Translator
    tokenizer: Tokenizer

    def translate(self, sentences: Sequence[str], careful: bool = False) -> list[Output]:
        """One output per sentence; the score is that of its weakest stretch. `careful`: with the
        other hypotheses that differ as text."""
        try:
            return self.run(sentences, careful)
        except Exception as error:  # noqa: BLE001
            # The message may quote what somebody wrote; its type says enough.
            raise EngineFailed(f"{self.package.label} broke: {type(error).__name__}") from None

    def run(self, sentences: Sequence[str], careful: bool = False) -> list[Output]:
        """As `translate`, but raises whatever the model or the tokenizer raises."""
        stretches = [_stretches(self.tokenizer.encode(sentence)) for sentence in sentences]
        flat = [stretch for of_one in stretches for stretch in of_one]
        results = iter(self._infer(flat, careful))
        self._forget()
        return [self._output([next(results) for _ in of_one]) for of_one in stretches]

    def _infer(self, stretches: list[list[str]], careful: bool) -> list[_Thoughts]:
        if not stretches:
            return []
        prefix = self.package.target_prefix
        results = self.translator.translate_batch(
            stretches,
            target_prefix=[[prefix]] * len(stretches) if prefix else None,
            beam_size=CAREFUL_BEAM if careful else BEAM,
            num_hypotheses=CAREFUL_BEAM if careful else 1,
            # 1 makes the score the mean log probability per token.
            length_penalty=1,
            max_input_length=MAX_TOKENS,
            max_decoding_length=max(_most_out(stretch) for stretch in stretches),
            replace_unknowns=True,
            return_scores=True,
        )
        return [
            [
                (self._words(tokens, stretch), score)
                for tokens, score in zip(result.hypotheses, result.scores, strict=True)
            ]
            for result, stretch in zip(results, stretches, strict=True)
        ]

    def _words(self, tokens: list[str], stretch: list[str]) -> list[str]:
        if tokens and tokens[0] == self.package.target_prefix:
            tokens = tokens[1:]
        # The same bound whatever else was in the batch.
        return tokens[: _most_out(stretch)]

    def _output(self, stretches: list[_Thoughts]) -> Output:
        # The best one of the sentence is made of the best ones of its stretches, and so on.
        found = [self._hypothesis(parts) for parts in zip(*stretches, strict=False)]
        if not found:
            return Output("", self.package.label)
        different: dict[str, Hypothesis] = {}
        for each in found:
            different.setdefault(each.text, each)
        best, *others = different.values()
        return Output(best.text, self.package.label, best.score, tuple(others))

    def _hypothesis(self, parts: Sequence[_Thought]) -> Hypothesis:
        words = self.tokenizer.decode([token for tokens, _ in parts for token in tokens])
        return Hypothesis(words.strip(), min(score for _, score in parts))

    def _forget(self) -> None:
        if isinstance(self.tokenizer, BPETokenizer):
            cache = self.tokenizer.bpe_source.cache
            if len(cache) > _MOST_WORDS:
                cache.clear()


def _tokenizer(package: Package) -> Tokenizer:
    if package.tokenizer.name == "bpe.model":
        return BPETokenizer(package.tokenizer, *package.codes)
    return SentencePieceTokenizer(package.tokenizer)


def _stretches(tokens: list[str]) -> list[list[str]]:
    """`tokens` in equal stretches of at most MAX_TOKENS."""
    count = -(-len(tokens) // MAX_TOKENS)
    return [tokens[len(tokens) * i // count : len(tokens) * (i + 1) // count] for i in range(count)]


def _most_out(stretch: list[str]) -> int:
    """Translations are rarely twice as long; a model that loops would go on for ever."""
    return min(MAX_TOKENS, 2 * len(stretch) + 16)
