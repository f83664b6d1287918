/** Keep what is selected in a message selected when the message is drawn anew with the same words. */

/**
 * Remember the selection inside `list`; the function that comes back puts it there again, if it went.
 * @param {HTMLElement} list
 * @returns {() => void}
 */
export function heldSelection(list) {
  const selection = document.getSelection();
  if (selection?.type !== 'Range' || !('getComposedRanges' in selection)) return () => {};
  const [range] = /** @type {any} */ (selection).getComposedRanges({ shadowRoots: [list.getRootNode()] });
  const start = range?.startContainer;
  const text = (start instanceof Element ? start : start?.parentElement)?.closest('.text');
  const message = text?.closest('.message');
  if (!message || !list.contains(message) || !text.contains(range.endContainer)) return () => {};
  const kind = text.getAttribute('data-kind');
  const [from, to] = [charsUpTo(text, start, range.startOffset), charsUpTo(text, range.endContainer, range.endOffset)];
  return () => {
    const now = message.querySelector(`.text[data-kind="${kind}"]`);
    if (text.isConnected || !now || now.textContent !== text.textContent) return;
    selection.setBaseAndExtent(...pointAt(now, from), ...pointAt(now, to));
  };
}

/** @param {Element} text @param {Node} node @param {number} offset */
function charsUpTo(text, node, offset) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** @param {Element} text @param {number} chars @returns {[Node, number]} */
function pointAt(text, chars) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = chars;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [text, text.childNodes.length];
}
