"""Makes the .argosmodel of a finished training: `python -m training.package zh en --help`."""

import json
import shutil
import tempfile
import zipfile
from pathlib import Path

import click

from training import card, checkpoint, convert, data, evaluate
from training.convert import ConversionError
from training.data import CorpusError
from training.evaluate import HELD_OUT, Lines, Package, Score
from training.vocabulary import Vocabulary

VERSION = "1.1"
NAMES = {"zh": "Chinese", "en": "English"}
CARDS = Path(__file__).parent / "cards"


def stem(source: str, target: str) -> str:
    """The name of the package's file and of the one folder in it."""
    return f"translate-{source}_{target}-{VERSION.replace('.', '_')}"


def build(run: Path, source: str, target: str, corpus: Path, evals: Path, out: Path) -> Path:
    """Convert what the run offers, keep what does best on the held-out split, and pack it."""
    words = Vocabulary(run / "sentencepiece.model")
    lines = {HELD_OUT: evaluate.held_out(corpus, source, target), **evaluate.sets(evals, source)}
    unseen = lines[HELD_OUT]
    with tempfile.TemporaryDirectory() as scratch:
        best = (0.0, "", Path())
        for name, model in checkpoint.models(run).items():
            agreed = convert.check(model, words, unseen[0])
            folder = Path(scratch, name, stem(source, target))
            convert.convert(model, words, folder / "model", "int8")
            shutil.copyfile(words.path, folder / "sentencepiece.model")
            (folder / "metadata.json").write_text(metadata(source, target), "utf-8")
            found, _ = evaluate.score(Package(folder), HELD_OUT, unseen, target)
            click.echo(f"{name}: {found}, {agreed} of {convert.SAMPLE} as in PyTorch")
            best = max(best, (found.chrf, name, folder))
        _, weights, folder = best
        scores = measure(folder, lines, target, out)
        counts = data.read(corpus, f"{source}-{target}").counts
        notes = weaknesses(source, target)
        text = card.render(source, target, scores, checkpoint.summary(run), counts, weights, notes)
        (folder / "README.md").write_text(text, "utf-8")
        (CARDS / f"{source}_{target}.md").write_text(text, "utf-8")
        return pack(folder, out / f"{stem(source, target)}.argosmodel")


def measure(folder: Path, lines: dict[str, Lines], target: str, out: Path) -> list[Score]:
    """Score the package on each set, and leave the translations where somebody can read them."""
    package = Package(folder)
    scores = []
    for name, both in lines.items():
        result, found = evaluate.score(package, name, both, target)
        click.echo(str(result))
        scores.append(result)
        rows = ("\t".join(row) + "\n" for row in zip(*both, found, strict=True))
        (out / f"{folder.name}.{name.replace(' ', '-')}.tsv").write_text("".join(rows), "utf-8")
    return scores


def metadata(source: str, target: str) -> str:
    """What Argos Translate reads first."""
    return json.dumps(
        {
            "package_version": VERSION,
            "argos_version": "1.9",
            "from_code": source,
            "from_name": NAMES[source],
            "to_code": target,
            "to_name": NAMES[target],
            "links": [],
        }
    )


def pack(folder: Path, file: Path) -> Path:
    """Zip the folder so that the same content always gives the same bytes."""
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes(), compresslevel=9)
    return file


def weaknesses(source: str, target: str) -> str:
    """What somebody who read the output wrote about it."""
    return (CARDS / f"weaknesses-{source}_{target}.md").read_text("utf-8")


@click.command(help=__doc__)
@click.argument("source", type=click.Choice(["zh", "en"]))
@click.argument("target", type=click.Choice(["zh", "en"]))
@click.option(
    "--run",
    required=True,
    help="The folder that the training wrote.",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@click.option(
    "--corpus",
    required=True,
    help="The folder that the training read.",
    type=click.Path(path_type=Path, file_okay=False),
)
@click.option(
    "--eval",
    "evals",
    required=True,
    help="The folder with the evaluation sets.",
    type=click.Path(path_type=Path, file_okay=False),
)
@click.option(
    "--out",
    required=True,
    help="Where the package goes, and every scored translation.",
    type=click.Path(path_type=Path, file_okay=False),
)
def main(source: str, target: str, run: Path, corpus: Path, evals: Path, out: Path) -> None:
    """Build, or say in one line why not."""
    out.mkdir(parents=True, exist_ok=True)
    try:
        file = build(run, source, target, corpus, evals, out)
    except (CorpusError, ConversionError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
