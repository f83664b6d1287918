"""Writes a trained model in CTranslate2's format, and proves that it still says the same."""

import tempfile
from pathlib import Path

import ctranslate2
import torch
from ctranslate2.specs import TransformerSpec, attention_spec, common_spec
from torch import Tensor, nn

from training import batches
from training.model import Attention, FeedForward, Layer, Transformer
from training.vocabulary import Vocabulary

SAMPLE = 50
# Two pieces can score the same to the last digit, and then either side may pick either.
MUST_AGREE = 48
LONGEST_CHECKED = 60


class ConversionError(Exception):
    """The converted model does not say what the trained one says."""


def convert(model: Transformer, words: Vocabulary, folder: Path, quantization: str | None) -> None:
    """Write `model` into `folder`, quantized as CTranslate2 names it, or None for floats."""
    spec = _spec(model)
    pieces = words.pieces()
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def check(model: Transformer, words: Vocabulary, sentences: list[str]) -> int:
    """How many sentences come out alike from PyTorch and CTranslate2, both greedy, in floats.

    Raises ConversionError when a mistake in the conversion is likelier than a tie.
    """
    sample = sentences[:SAMPLE]
    encoded = [batches.framed(ids, []) for ids in words.encode(sample)]
    expected = model.greedy(batches.tensors(encoded)[0], LONGEST_CHECKED)
    with tempfile.TemporaryDirectory() as folder:
        convert(model, words, Path(folder), None)
        translator = ctranslate2.Translator(folder, "cpu", intra_threads=1)
        found = translator.translate_batch(
            [words.processor.encode(text, out_type=str) for text in sample],
            beam_size=1,
            max_decoding_length=LONGEST_CHECKED,
        )
    pieces = [[words.processor.id_to_piece(i) for i in ids] for ids in expected]
    agreed = sum(a == b.hypotheses[0] for a, b in zip(pieces, found, strict=True))
    if agreed < min(MUST_AGREE, len(sample)):
        raise ConversionError(f"only {agreed} of {len(sample)} sentences survive the conversion")
    return agreed


def _spec(model: Transformer) -> TransformerSpec:
    """The model's weights in the places where CTranslate2 looks for them."""
    shape = model.shape
    spec = TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers),
        shape.heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
    )
    table = _array(model.embedding.weight)
    spec.encoder.embeddings[0].weight = table
    spec.decoder.embeddings.weight = table
    spec.decoder.projection.weight = table
    for side, layers, norm in (
        (spec.encoder, model.encoder, model.encoder_norm),
        (spec.decoder, model.decoder, model.decoder_norm),
    ):
        side.position_encodings.encodings = _array(model.position)
        _norm(side.layer_norm, norm)
        for place, layer in zip(side.layer, layers, strict=True):
            _layer(place, layer)
    return spec


def _layer(place: object, layer: Layer) -> None:
    _attention(place.self_attention, layer.attention)
    if layer.reading is not None:
        _attention(place.attention, layer.reading)
    _feed_forward(place.ffn, layer.feed_forward)


def _attention(place: attention_spec.MultiHeadAttentionSpec, part: Attention) -> None:
    if len(place.linear) == 2:
        linears = [part.query_key_value, part.out]
    else:
        linears = [part.query, part.key_value, part.out]
    _norm(place.layer_norm, part.norm)
    for spec, linear in zip(place.linear, linears, strict=True):
        _linear(spec, linear)


def _feed_forward(place: object, part: FeedForward) -> None:
    _norm(place.layer_norm, part.norm)
    _linear(place.linear_0, part.widen)
    _linear(place.linear_1, part.narrow)


def _norm(place: common_spec.LayerNormSpec, norm: nn.LayerNorm) -> None:
    place.gamma, place.beta = _array(norm.weight), _array(norm.bias)


def _linear(place: common_spec.LinearSpec, linear: nn.Linear) -> None:
    place.weight, place.bias = _array(linear.weight), _array(linear.bias)


def _array(weight: Tensor) -> object:
    return weight.detach().to(torch.float32).numpy()
