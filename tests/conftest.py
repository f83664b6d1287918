"""What many tests share: a running server, and model packages of our own making, real in form and
random in what they say."""

import io
import json
import os
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pytest_asyncio
import sentencepiece
from ctranslate2.specs import TransformerSpec

from bridge.resources import STARTER
from bridge.store.sqlite import SqliteStore
from tests.server import Running, running
from tests.talker import Talker

_LINES = ["hello world", "good morning", "how are you", "你好 世界", "早上 好", "你 好 吗"]
_BPE_WORDS = ["hello", "world", "good", "morning", "你@@", "好", ".", ",", "h@@", "e@@", "l@@", "o"]
_WIDTH, _INNER = 16, 32

PackageMaker = Callable[..., Path]


@pytest.fixture(scope="session")
def pieces() -> bytes:
    """A SentencePiece model that knows a few words of Chinese and English."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_LINES * 5),
        model_writer=model,
        vocab_size=80,
        hard_vocab_limit=False,
        model_type="bpe",
        minloglevel=2,
        num_threads=1,
    )
    return model.getvalue()


@pytest.fixture(scope="session")
def make_package(pieces: bytes) -> PackageMaker:
    """`make_package(folder, "zh", "en", bpe=…, prefix=…, version=…)` writes a package there."""

    def make(
        folder: Path,
        source: str,
        target: str,
        bpe: bool = False,
        prefix: str = "",
        version: str = "1.0",
    ) -> Path:
        folder.mkdir(parents=True)
        metadata = {"from_code": source, "to_code": target, "package_version": version}
        metadata |= {"target_prefix": prefix} if prefix else {}
        (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
        processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
        words = [processor.id_to_piece(each) for each in range(3, processor.vocab_size())]
        if bpe:
            (folder / "bpe.model").write_text("#version: 0.2\nh e\nl l\n", encoding="utf-8")
            words = _BPE_WORDS
        else:
            (folder / "sentencepiece.model").write_bytes(pieces)
        _write_model(folder / "model", [*words, *([prefix] if prefix else [])])
        return folder

    return make


@pytest.fixture(scope="session")
def zip_package() -> Callable[[Path, Path], Path]:
    """`zip_package(folder, archive)` makes an .argosmodel of a package's folder."""

    def pack(folder: Path, archive: Path) -> Path:
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
            for file in sorted(each for each in folder.rglob("*") if each.is_file()):
                package.write(file, f"{folder.name}/{file.relative_to(folder)}")
        return archive

    return pack


def _write_model(folder: Path, words: list[str]) -> None:
    """A transformer of one layer with random weights, as CTranslate2 stores it."""
    rng = np.random.default_rng(7)
    vocabulary = ["<unk>", "<s>", "</s>", *words]
    spec = TransformerSpec.from_config(num_layers=1, num_heads=2)

    def linear(layer: Any, outputs: int, inputs: int) -> None:
        layer.weight = rng.normal(0, 0.3, (outputs, inputs)).astype(np.float32)
        layer.bias = np.zeros(outputs, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)

    for side, embeddings in (
        (spec.encoder, spec.encoder.embeddings[0]),
        (spec.decoder, spec.decoder.embeddings),
    ):
        embeddings.weight = rng.normal(0, 0.3, (len(vocabulary), _WIDTH)).astype(np.float32)
        [layer] = side.layer
        norm(side.layer_norm)
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * _WIDTH, _WIDTH)
        linear(layer.self_attention.linear[1], _WIDTH, _WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, _INNER, _WIDTH)
        linear(layer.ffn.linear_1, _WIDTH, _INNER)
    attention = spec.decoder.layer[0].attention
    norm(attention.layer_norm)
    linear(attention.linear[0], _WIDTH, _WIDTH)
    linear(attention.linear[1], 2 * _WIDTH, _WIDTH)
    linear(attention.linear[2], _WIDTH, _WIDTH)
    linear(spec.decoder.projection, len(vocabulary), _WIDTH)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir()
    spec.save(str(folder))


@pytest.fixture(scope="session")
def models() -> Path:
    """The starter packages, without which nothing here can be translated."""
    if not any(STARTER.glob("*.argosmodel")):
        missing = "no starter package in bridge/starter: make them as training/README.md says"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return STARTER


@pytest.fixture
def room(request: pytest.FixtureRequest) -> str:
    """A room of the test's own, so that many tests can share one server."""
    return str(request.node.name).replace("_", "-")[:64]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory, models: Path) -> AsyncIterator[Running]:
    """One server for the tests of a module: each talks in a room of its own."""
    async with running(tmp_path_factory.mktemp("data"), sockets_per_address=1000) as server:
        await server.app.warmed()
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def store(server: Running) -> AsyncIterator[SqliteStore]:
    """The server's file, as another process on the same data has it."""
    store = await SqliteStore.open(server.data / "rooms.db")
    yield store
    await store.close()


@pytest_asyncio.fixture(loop_scope="module")
async def lin(server: Running, room: str) -> AsyncIterator[Talker]:
    """In the test's room, reading Chinese."""
    talker = await Talker.enter(server.ws, "小林", "zh", room)
    yield talker
    await talker.leave()


@pytest_asyncio.fixture(loop_scope="module")
async def ann(server: Running, room: str) -> AsyncIterator[Talker]:
    """In the test's room, reading English."""
    talker = await Talker.enter(server.ws, "Ann", "en", room)
    yield talker
    await talker.leave()


@pytest_asyncio.fixture(loop_scope="module")
async def tom(server: Running, room: str) -> AsyncIterator[Talker]:
    """In the test's room, reading English."""
    talker = await Talker.enter(server.ws, "Tom", "en", room)
    yield talker
    await talker.leave()
