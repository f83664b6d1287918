"""Trains one direction on the processor for a given time (`python -m training.train --help`)."""

import random
import time
from pathlib import Path

import click
import sacrebleu
import torch

from training import batches, checkpoint, data, vocabulary
from training.checkpoint import Progress
from training.data import Corpus, CorpusError, Pair
from training.model import Shape, Transformer
from training.vocabulary import Vocabulary

BATCH_TOKENS = 2_400
PEAK_RATE = 1.5e-3
WARM_UP_STEPS = 500
SMOOTHING = 0.1
SAVE_EVERY = 600.0
REPORT_EVERY = 60.0
# The rate falls to nothing at the end, where the weights settle: their mean is taken over that.
SNAPSHOTS_FROM = 0.9
SNAPSHOTS = 5
LATE_FROM = 0.9
WATCHED = 100


def rate(steps: int, part: float) -> float:
    """Warm up by steps, then fall with the part of the time that is spent.

    Time, not steps, because the machine may be shared: however slow it gets, the run ends on time
    with its rate at nothing.
    """
    return PEAK_RATE * min(1.0, (steps + 1) / WARM_UP_STEPS) * max(0.0, 1.0 - part)


class Training:
    """One run: its model, its place in time, and the rows it is learning from."""

    def __init__(self, direction: str, corpus: Path, out: Path, minutes: float) -> None:
        self.direction, self.corpus, self.out = direction, corpus, out
        self.budget = minutes * 60
        self.chance = random.Random(direction)
        torch.manual_seed(1)
        first = data.read(corpus, direction)
        self.words = self._vocabulary(first)
        self.held_out = first.held_out
        self.model = Transformer(Shape(pieces=len(self.words)))
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
        self.progress = Progress()
        self.started = self.reported = self.saved = time.monotonic()
        self.tokens_then, self.loss = 0, 0.0

    def resume(self) -> None:
        """Go on from the last checkpoint; the time it had spent counts."""
        self.progress = checkpoint.load(self.out, self.model, self.optimizer)
        self.started = time.monotonic() - self.progress.seconds
        self.chance.seed(f"{self.direction} {self.progress.steps}")  # or it draws the same again
        self.tokens_then = self.progress.tokens
        if self._part() < SNAPSHOTS_FROM:  # more time was given: those were not the end after all
            self.progress.snapshots.clear()

    def run(self) -> None:
        """Pass after pass until the time is spent; each pass reads the data files anew."""
        while self._part() < 1.0:
            corpus = data.read(self.corpus, self.direction)
            late = self._part() >= LATE_FROM
            rows = batches.pass_rows(corpus, self.words, self.direction, self.chance, late)
            groups = batches.grouped(rows, BATCH_TOKENS, self.chance)
            cost = sum(map(batches.tokens, rows))
            say(
                f"pass {self.progress.passes + 1}: {len(rows)} rows, {cost} tokens, "
                f"{len(groups)} batches; {dict(sorted(corpus.counts.items()))}"
            )
            for group in groups:
                if self._part() >= 1.0:
                    break
                self._step(group)
            self.progress.passes += 1
        self._keep()
        say(f"done: {self.progress.steps} steps, {self.progress.tokens} tokens")

    def _vocabulary(self, corpus: Corpus) -> Vocabulary:
        """The vocabulary of an earlier start, or a new one from what there is to read now."""
        path = self.out / "sentencepiece.model"
        if path.exists():
            return Vocabulary(path)
        rows = data.one_pass(corpus, random.Random(0))
        words = vocabulary.learn((text for p in rows for text in (p.source, p.target)), path)
        say(f"vocabulary: {len(words)} pieces from {len(rows)} rows")
        return words

    def _part(self) -> float:
        """The part of the time that is spent."""
        self.progress.seconds = time.monotonic() - self.started
        return self.progress.seconds / self.budget

    def _step(self, group: list[batches.Ids]) -> None:
        """Learn from one batch, and do what is due after it."""
        part = self._part()
        for settings in self.optimizer.param_groups:
            settings["lr"] = rate(self.progress.steps, part)
        source, target = batches.tensors(group)
        with torch.autocast("cpu", torch.bfloat16):
            loss = self.model.loss(source, target, SMOOTHING)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.progress.steps += 1
        self.progress.tokens += sum(map(batches.tokens, group))
        self.loss += 0.02 * (loss.item() - self.loss) if self.loss else loss.item()
        taken = len(self.progress.snapshots)
        if part >= SNAPSHOTS_FROM + (1 - SNAPSHOTS_FROM) * taken / SNAPSHOTS and taken < SNAPSHOTS:
            self.progress.snapshots.append(checkpoint.copied(self.model))
        now = time.monotonic()
        if now - self.reported >= REPORT_EVERY:
            self._report(now)
        if now - self.saved >= SAVE_EVERY:
            self._keep()

    def _report(self, now: float) -> None:
        """One line for whoever watches."""
        done = self.progress.tokens - self.tokens_then
        left = (self.budget - self.progress.seconds) / 60
        say(
            f"{self.progress.seconds / 60:.1f} min, {self.progress.passes} passes, "
            f"{self.progress.steps} steps, loss {self.loss:.3f}, "
            f"{done / (now - self.reported):.0f} tokens/s, {left:.0f} min left"
        )
        self.reported, self.tokens_then = now, self.progress.tokens

    def _keep(self) -> None:
        """Save, and look cheaply at how well the held-out sentences come out."""
        checkpoint.save(self.out, self.model, self.optimizer, self.progress)
        self.saved = time.monotonic()
        self.model.eval()
        watched = self.held_out[:WATCHED]
        loss, chrf, shown = watch(self.model, self.words, watched)
        self.model.train()
        say(
            f"held out: loss {loss:.3f}, greedy chrF {chrf:.1f} on {len(watched)}; "
            f"{watched[0].source} -> {shown}"
        )


@torch.no_grad()
def watch(model: Transformer, words: Vocabulary, pairs: list[Pair]) -> tuple[float, float, str]:
    """Loss and greedy chrF on a few pairs, and the first of the translations."""
    sources = words.encode([pair.source for pair in pairs])
    targets = words.encode([pair.target for pair in pairs])
    rows = [batches.framed(*both) for both in zip(sources, targets, strict=True)]
    source, target = batches.tensors(rows)
    with torch.autocast("cpu", torch.bfloat16):
        loss = model.loss(source, target, 0.0).item()
        found = [words.decode(ids) for ids in model.greedy(source, 40)]
    chrf = sacrebleu.corpus_chrf(found, [[pair.target for pair in pairs]]).score
    return loss, chrf, found[0]


def say(line: str) -> None:
    """A line that reaches a log file at once."""
    click.echo(f"{time.strftime('%H:%M:%S')} {line}")


@click.command(help=__doc__)
@click.argument("source", type=click.Choice(["zh", "en"]))
@click.argument("target", type=click.Choice(["zh", "en"]))
@click.option(
    "--corpus",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with zh-en.tsv and zh-en-extra.tsv.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the vocabulary and the checkpoints.",
)
@click.option("--minutes", default=120.0, show_default=True, help="Time to spend, by the clock.")
@click.option("--threads", default=1, show_default=True, help="Processor cores to use.")
@click.option("--resume", is_flag=True, help="Go on from the checkpoint in --out.")
def main(
    source: str, target: str, corpus: Path, out: Path, minutes: float, threads: int, resume: bool
) -> None:
    """Check what was asked for, then train."""
    if source == target:
        raise click.UsageError("source and target are the same language")
    if resume and not (out / checkpoint.LAST).exists():
        raise click.UsageError(f"nothing to resume: {out} holds no {checkpoint.LAST}")
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads)
    try:
        training = Training(f"{source}-{target}", corpus, out, minutes)
        if resume:
            training.resume()
        training.run()
    except CorpusError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
