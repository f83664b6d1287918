/** Tell two texts apart, word by word: what stayed, what went, what came. */

/** @typedef {{ readonly text: string, readonly what: 'same' | 'gone' | 'new' }} Piece */

/** Longer ones are not worth the wait: then all of it went, and all of it came. */
const MOST = 600;

/**
 * Shortest way from `before` to `after`, in whole words (Chinese: as the browser parts them).
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]}
 */
export function textDiff(before, after) {
  if (before === after) return before === '' ? [] : [{ text: before, what: 'same' }];
  const [from, to] = [words(before), words(after)];
  if (from.length > MOST || to.length > MOST) return joined([{ text: before, what: 'gone' }, { text: after, what: 'new' }]);
  const common = lengths(from, to);
  /** @type {Piece[]} */
  const pieces = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [old, next] = [from[i], to[j]];
    if (old !== undefined && old === next) {
      pieces.push({ text: old, what: 'same' });
      i += 1;
      j += 1;
    } else if (old !== undefined && (next === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      pieces.push({ text: old, what: 'gone' });
      i += 1;
    } else if (next !== undefined) {
      pieces.push({ text: next, what: 'new' });
      j += 1;
    }
  }
  return joined(pieces);
}

/** @param {string} text */
function words(text) {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/**
 * How many words the rests from `i` and `j` have in common, in order.
 * @param {readonly string[]} from
 * @param {readonly string[]} to
 */
function lengths(from, to) {
  const table = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const row = /** @type {Uint16Array} */ (table[i]);
      row[j] = from[i] === to[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

/** @param {readonly Uint16Array[]} table @param {number} i @param {number} j */
function at(table, i, j) {
  return table[i]?.[j] ?? 0;
}

/** @param {readonly Piece[]} pieces @returns {Piece[]} */
function joined(pieces) {
  /** @type {Piece[]} */
  const out = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.what === piece.what) out[out.length - 1] = { text: last.text + piece.text, what: piece.what };
    else if (piece.text !== '') out.push(piece);
  }
  return out;
}
