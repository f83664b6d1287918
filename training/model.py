"""The transformer that is trained: small enough for one core, plain enough for CTranslate2."""

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.vocabulary import END, PAD, START

POSITIONS = 1024


@dataclass(frozen=True)
class Shape:
    """The sizes of a model; kept in the checkpoint so that the converter can build the same one."""

    pieces: int
    width: int = 256
    inner: int = 1024
    heads: int = 8
    encoder_layers: int = 4
    decoder_layers: int = 2
    dropout: float = 0.1

    def as_dict(self) -> dict[str, float]:
        """Plain numbers, for the checkpoint."""
        return asdict(self)


def positions(width: int) -> Tensor:
    """Sine and cosine position codes; written into the package too, so that both sides agree."""
    place = torch.arange(POSITIONS).unsqueeze(1)
    rate = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    return torch.cat([torch.sin(place * rate), torch.cos(place * rate)], dim=1)


class Attention(nn.Module):
    """Attention as plain products: for sentences this short its backward is the quickest."""

    def __init__(self, width: int, heads: int, over_itself: bool) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        if over_itself:
            self.query_key_value = nn.Linear(width, 3 * width)
        else:
            self.query = nn.Linear(width, width)
            self.key_value = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        """Mix `x` with itself, or with `memory`; `mask` is added to the scores."""
        batch, length, width = x.shape
        x = self.norm(x)
        if memory is None:
            query, key, value = self._split(self.query_key_value(x), 3)
        else:
            (query,) = self._split(self.query(x), 1)
            key, value = self._split(self.key_value(memory), 2)
        scale = (width // self.heads) ** -0.5
        scores = torch.baddbmm(mask, query, key.transpose(1, 2), alpha=scale)
        mixed = torch.bmm(torch.softmax(scores, -1), value)
        mixed = mixed.view(batch, self.heads, length, -1).transpose(1, 2)
        return self.out(mixed.reshape(batch, length, width))

    def _split(self, x: Tensor, parts: int) -> tuple[Tensor, ...]:
        """(batch, length, parts·width) to `parts` times (batch·heads, length, width of a head)."""
        batch, length, width = x.shape
        x = x.view(batch, length, parts, self.heads, width // parts // self.heads)
        x = x.permute(2, 0, 3, 1, 4).reshape(parts, batch * self.heads, length, -1)
        return x.unbind(0)


class FeedForward(nn.Module):
    """The part of a layer that looks at one position only."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)

    def forward(self, x: Tensor) -> Tensor:
        """Widen, keep what is positive, narrow."""
        return self.narrow(functional.relu(self.widen(self.norm(x))))


class Layer(nn.Module):
    """One encoder layer, or with `reads_memory` one decoder layer."""

    def __init__(self, shape: Shape, reads_memory: bool) -> None:
        super().__init__()
        self.attention = Attention(shape.width, shape.heads, over_itself=True)
        self.reading: Attention | None = None
        if reads_memory:
            self.reading = Attention(shape.width, shape.heads, over_itself=False)
        self.feed_forward = FeedForward(shape.width, shape.inner)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(
        self,
        x: Tensor,
        mask: Tensor,
        memory: Tensor | None = None,
        memory_mask: Tensor | None = None,
    ) -> Tensor:
        """Each part adds to what came in, which is normalised before it and not after."""
        x = x + self.dropout(self.attention(x, mask)).to(x.dtype)
        if self.reading is not None and memory is not None and memory_mask is not None:
            x = x + self.dropout(self.reading(x, memory_mask, memory)).to(x.dtype)
        return x + self.dropout(self.feed_forward(x)).to(x.dtype)


class Transformer(nn.Module):
    """Encoder and decoder over one table of embeddings, which also scores the next piece."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.pieces, shape.width)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.encoder = nn.ModuleList(Layer(shape, False) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(Layer(shape, True) for _ in range(shape.decoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.dropout = nn.Dropout(shape.dropout)
        self.register_buffer("position", positions(shape.width), persistent=False)
        for name, weight in self.named_parameters():
            if weight.dim() == 2 and "embedding" not in name:
                nn.init.xavier_uniform_(weight)

    def embed(self, ids: Tensor) -> Tensor:
        """Pieces with their places."""
        scaled = self.embedding(ids) * math.sqrt(self.shape.width)
        return self.dropout(scaled + self.position[: ids.shape[1]])

    def encode(self, source: Tensor) -> Tensor:
        """Read the source; what stands at padding is never looked at."""
        x, mask = self.embed(source), self._mask(source, source.shape[1])
        for layer in self.encoder:
            x = layer(x, mask)
        return self.encoder_norm(x)

    def decode(self, target: Tensor, memory: Tensor, source: Tensor) -> Tensor:
        """The state after each target piece, from which the next one is scored."""
        length = target.shape[1]
        ahead = torch.full((length, length), -1e4).triu(1).unsqueeze(0)
        x, memory_mask = self.embed(target), self._mask(source, length)
        mask = ahead.to(memory_mask.dtype).expand(target.shape[0] * self.shape.heads, -1, -1)
        for layer in self.decoder:
            x = layer(x, mask, memory, memory_mask)
        return self.decoder_norm(x)

    def score(self, states: Tensor) -> Tensor:
        """How likely each piece is to come next, by the embeddings themselves."""
        return functional.linear(states, self.embedding.weight)

    def loss(self, source: Tensor, target: Tensor, smoothing: float) -> Tensor:
        """Cross-entropy per real target piece; padding is cut away before the costly scoring."""
        states = self.decode(target[:, :-1], self.encode(source), source)
        wanted = target[:, 1:]
        real = wanted != PAD
        logits = self.score(states[real])
        return functional.cross_entropy(logits.float(), wanted[real], label_smoothing=smoothing)

    @torch.no_grad()
    def greedy(self, source: Tensor, longest: int) -> list[list[int]]:
        """The likeliest piece each time: to watch a training, and to check the conversion."""
        memory = self.encode(source)
        target = torch.full((len(source), 1), START)
        ended = torch.zeros(len(source), dtype=torch.bool)
        while target.shape[1] <= longest and not ended.all():
            best = self.score(self.decode(target, memory, source)[:, -1]).argmax(-1)
            target = torch.cat([target, best.unsqueeze(1)], dim=1)
            ended |= best == END
        rows = (row[1:] for row in target.tolist())
        return [row[: row.index(END)] if END in row else row for row in rows]

    def _mask(self, source: Tensor, length: int) -> Tensor:
        """Scores to add so that padding is not looked at: (batch·heads, length, source length)."""
        halved = torch.is_autocast_enabled("cpu")
        kind = torch.get_autocast_dtype("cpu") if halved else torch.float32
        mask = torch.zeros(source.shape, dtype=kind).masked_fill_(source == PAD, -1e4)
        mask = mask[:, None, None, :].expand(-1, self.shape.heads, length, -1)
        return mask.reshape(-1, length, source.shape[1])
