/** Find what is selected in a message, as the message's author wrote it. */

/** As the server takes it. */
export const MOST = 200;

/**
 * The selected range inside a shadow root, in whichever way this browser tells of it.
 * @param {ShadowRoot} root
 * @returns {Range | null}
 */
export function selectedRange(root) {
  const selection = document.getSelection();
  /** @type {any} */
  const own = root;
  if (selection && 'getComposedRanges' in selection) {
    const [found] = /** @type {any} */ (selection).getComposedRanges({ shadowRoots: [root] });
    if (!found || found.collapsed) return null;
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range;
  }
  const inside = own.getSelection ? own.getSelection() : selection;
  return inside && inside.type === 'Range' ? inside.getRangeAt(0) : null;
}

/**
 * The words selected in one message's original, without the pinyin above them; null: none, or too many.
 * @param {Range | null} range
 * @param {HTMLElement} list
 * @returns {{ seq: number, text: string, range: Range } | null}
 */
export function selectedWords(range, list) {
  const start = range?.startContainer;
  const place = (start instanceof Element ? start : start?.parentElement)?.closest('.text[data-kind=original]');
  const message = /** @type {HTMLElement | null} */ (place?.closest('.message') ?? null);
  if (!range || !place || !message || !list.contains(message) || !place.contains(range.endContainer)) return null;
  const words = range.cloneContents();
  words.querySelectorAll('rt, rp').forEach((node) => node.remove());
  const text = (words.textContent ?? '').trim();
  const seq = Number(message.dataset['seq'] ?? 0);
  return seq > 0 && text !== '' && text.length <= MOST && message.dataset['mine'] === undefined ? { seq, text, range } : null;
}
