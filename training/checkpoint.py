"""Keeps the state of a training on disk, so that neither a crash nor a reboot costs the run."""

from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from training.model import Shape, Transformer

LAST = "checkpoint.pt"
Weights = dict[str, Tensor]


@dataclass
class Progress:
    """Where a training is; everything the schedule and the log need to go on."""

    steps: int = 0
    passes: int = 0
    tokens: int = 0
    seconds: float = 0.0
    snapshots: list[Weights] = field(default_factory=list)


def save(
    folder: Path, model: Transformer, optimizer: torch.optim.Optimizer, progress: Progress
) -> None:
    """Write beside the old one and swap, so that there is a whole checkpoint at any moment."""
    path = folder / LAST
    beside = path.with_suffix(".part")
    state = {
        "shape": model.shape.as_dict(),
        "weights": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "progress": vars(progress),
    }
    torch.save(state, beside)
    beside.replace(path)


def load(folder: Path, model: Transformer, optimizer: torch.optim.Optimizer) -> Progress:
    """Put a training back where its last checkpoint stood."""
    state = torch.load(folder / LAST, weights_only=True)
    model.load_state_dict(state["weights"])
    optimizer.load_state_dict(state["optimizer"])
    return Progress(**state["progress"])


def models(folder: Path) -> dict[str, Transformer]:
    """The models a training offers: its last weights, and the mean of its last snapshots."""
    state = torch.load(folder / LAST, weights_only=True)
    found = {"last": state["weights"]}
    if state["progress"]["snapshots"]:
        found["mean"] = mean([*state["progress"]["snapshots"], state["weights"]])
    return {name: _built(Shape(**state["shape"]), weights) for name, weights in found.items()}


def summary(folder: Path) -> Progress:
    """How far a training got, for its model card."""
    return Progress(**torch.load(folder / LAST, weights_only=True)["progress"])


def copied(model: Transformer) -> Weights:
    """The weights as they are now."""
    return {name: weight.detach().clone() for name, weight in model.state_dict().items()}


def mean(many: list[Weights]) -> Weights:
    """The middle of several nearby models is often better than the last of them."""
    return {name: sum(one[name] for one in many) / len(many) for name in many[0]}


def _built(shape: Shape, weights: Weights) -> Transformer:
    model = Transformer(shape)
    model.load_state_dict(weights)
    return model.eval()
