"""Scores a package as it will be used: `python -m training.evaluate zh en --help`."""

import json
import tempfile
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import ctranslate2
import sacrebleu
import sentencepiece

from training import data
from training.data import CorpusError

SETS = {"xpersona": "xpersona_valid.zh-en.tsv", "bmeld": "bmeld_dev.zh-en.tsv"}
HELD_OUT = "tatoeba held out"
Lines = tuple[list[str], list[str]]


@dataclass(frozen=True)
class Score:
    """How near the translations of one set come to the reference."""

    name: str
    lines: int
    chrf: float
    bleu: float


class Package:
    """An unpacked package, called as Argos Translate calls it."""

    def __init__(self, folder: Path) -> None:
        self.words = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / "sentencepiece.model")
        )
        self.translator = ctranslate2.Translator(str(folder / "model"), "cpu", intra_threads=1)

    def translate(self, lines: list[str]) -> list[str]:
        """Beam 4 over the whole line."""
        results = self.translator.translate_batch(
            [self.words.encode(line, out_type=str) for line in lines],
            beam_size=4,
            length_penalty=0.2,
            max_batch_size=1024,
            batch_type="tokens",
        )
        return [self.words.decode_pieces(result.hypotheses[0]) for result in results]


def score(package: Package, name: str, lines: Lines, target: str) -> tuple[Score, list[str]]:
    """chrF and BLEU of one set, with the translations that were scored."""
    found = package.translate(lines[0])
    chrf = sacrebleu.corpus_chrf(found, [lines[1]]).score
    tokenizer = "zh" if target == "zh" else "13a"
    bleu = sacrebleu.corpus_bleu(found, [lines[1]], tokenize=tokenizer).score
    return Score(name, len(found), round(chrf, 1), round(bleu, 1)), found


def held_out(corpus: Path, source: str, target: str) -> Lines:
    """The pairs of the corpus that no training has seen."""
    pairs = data.read(corpus, f"{source}-{target}").held_out
    return [pair.source for pair in pairs], [pair.target for pair in pairs]


def sets(folder: Path, source: str) -> dict[str, Lines]:
    """The evaluation sets, in the direction that is asked for."""
    found: dict[str, Lines] = {}
    for name, file in SETS.items():
        path = folder / file
        if not path.is_file():
            raise CorpusError(f"no {file} in {folder}: --eval must name the folder that holds it")
        rows = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines()]
        zh, en = [row[0] for row in rows], [row[1] for row in rows]
        found[name] = (zh, en) if source == "zh" else (en, zh)
    return found


@click.command(help=__doc__)
@click.argument("source", type=click.Choice(["zh", "en"]))
@click.argument("target", type=click.Choice(["zh", "en"]))
@click.option(
    "--package",
    "file",
    required=True,
    help="An .argosmodel file.",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option(
    "--corpus",
    required=True,
    help="The training corpus, for its held-out part.",
    type=click.Path(path_type=Path, file_okay=False),
)
@click.option(
    "--eval",
    "eval_folder",
    required=True,
    help="Folder with the evaluation sets.",
    type=click.Path(path_type=Path, file_okay=False),
)
def main(source: str, target: str, file: Path, corpus: Path, eval_folder: Path) -> None:
    """Print one JSON line a set."""
    try:
        lines = {HELD_OUT: held_out(corpus, source, target), **sets(eval_folder, source)}
    except CorpusError as error:
        raise click.ClickException(str(error)) from error
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(file).extractall(folder)
        package = Package(next(Path(folder).iterdir()))
        for name, both in lines.items():
            click.echo(json.dumps(asdict(score(package, name, both, target)[0])))


if __name__ == "__main__":
    main()
