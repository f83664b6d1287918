"""Writes the model card: what a package was made from and how, and how well it does."""

from collections import Counter
from pathlib import Path
from string import Template

from training import batches, train, vocabulary
from training.checkpoint import Progress
from training.data import CHAT_COPIES, DRAWN_SHARE, EXTRA_LONGEST, EXTRA_SHARE, LATE_SHARE, SHARES
from training.evaluate import Score
from training.model import Shape

TEMPLATE = Path(__file__).parent / "card.md"
NAMES = {"zh": "Chinese", "en": "English"}
WEIGHTS = {
    "last": "the weights at the very end",
    "mean": f"the mean of {train.SNAPSHOTS} snapshots of the last tenth of the time and the end",
}
# source: (what it is, its licence and to whom the credit goes)
SOURCES = {
    "tatoeba": ("everyday sentences", "CC BY 2.0 FR, the contributors of tatoeba.org"),
    "tatoeba_trad": ("the same, traditional characters", "CC BY 2.0 FR, as above"),
    "multiwoz_mt": (
        "task dialogue; its Chinese is machine-translated",
        "MultiWOZ: MIT; ConvLab-2: Apache-2.0",
    ),
    "crosswoz_mt": (
        "task dialogue; its English is machine-translated",
        "CrossWOZ and ConvLab-2: Apache-2.0",
    ),
    "python_docs": ("short rows of documentation", "translations CC0, Python documentation"),
    "react_docs": ("documentation", "CC BY 4.0, React documentation and its translators"),
    "vue_docs": ("documentation", "CC BY 4.0, Vue documentation and its translators"),
    "rust_book": ("documentation", "MIT/Apache-2.0, The Rust Programming Language"),
    "sphinx": ("interface strings", "BSD-2-Clause, Sphinx"),
    "godot_editor": ("interface strings", "MIT, Godot Engine"),
    "electron": ("documentation", "MIT, Electron i18n"),
    "xcopa_mten": ("everyday statements; their English is machine-translated", "CC BY 4.0, XCOPA"),
    "mattermost_mobile": ("interface strings", "Apache-2.0, Mattermost Mobile"),
    "apache_answer": ("interface strings", "Apache-2.0, Apache Answer"),
    "uptime_kuma": ("interface strings", "MIT, Uptime Kuma"),
    "opensource_guide": ("prose", "CC BY 4.0, Open Source Guides"),
    "rocketchat_rn": ("interface strings", "MIT, Rocket.Chat React Native"),
    "zulip_mobile": ("interface strings", "Apache-2.0, Zulip Mobile"),
    "chat": ("chat lines and the phrasebook, written for this project", "MIT, this project"),
}


def render(
    source: str,
    target: str,
    scores: list[Score],
    progress: Progress,
    counts: Counter[str],
    weights: str,
    weaknesses: str,
) -> str:
    """The card as Markdown; every figure in it comes from the run or from its scores."""
    return Template(TEMPLATE.read_text("utf-8")).substitute(
        source=NAMES[source],
        target=NAMES[target],
        source_code=source,
        target_code=target,
        data=_data(counts),
        scores=_scores(scores),
        weaknesses=weaknesses.strip(),
        extra=f"{EXTRA_SHARE:.0%}",
        longest=EXTRA_LONGEST,
        copies=CHAT_COPIES,
        drawn=f"{DRAWN_SHARE:.0%}",
        late=f"{1 - train.LATE_FROM:.0%}",
        late_share=f"{LATE_SHARE:.0%}",
        multiwoz=f"{SHARES['multiwoz_mt']:.0%}",
        crosswoz=f"{SHARES['crosswoz_mt']:.0%}",
        **Shape(pieces=vocabulary.PIECES).as_dict(),
        smoothing=train.SMOOTHING,
        batch=train.BATCH_TOKENS,
        rate=train.PEAK_RATE,
        warm_up=train.WARM_UP_STEPS,
        joined=f"{batches.JOINED:.0%}",
        weights=WEIGHTS[weights],
        minutes=round(progress.seconds / 60),
        steps=f"{progress.steps:,}",
        passes=progress.passes,
        millions=round(progress.tokens / 1e6, 1),
        speed=f"{progress.tokens / progress.seconds:,.0f}",
    )


def _data(counts: Counter[str]) -> str:
    rows = [
        f"| `{name}` | {counts[name]:,} | {what} | {whose} |"
        for name, (what, whose) in SOURCES.items()
        if counts[name]
    ]
    head = ["| source | pairs | what | licence and credit |", "|---|---:|---|---|"]
    return "\n".join([*head, *rows])


def _scores(scores: list[Score]) -> str:
    rows = [f"| {s.name} | {s.lines:,} | {s.chrf} | {s.bleu} |" for s in scores]
    return "\n".join(["| set | lines | chrF | BLEU |", "|---|---:|---:|---:|", *rows])
