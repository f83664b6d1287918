/** Lay messages out as rows: day separators, the unread marker, groups by author. Pure. */

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('./types.js').Row} Row */

/** A longer pause starts a new group, with name and time again. */
const GROUP_MS = 5 * 60_000;

/**
 * @param {readonly ChatMessage[]} messages
 * @param {number | null} firstUnread `seq` of the first unread message
 * @returns {Row[]}
 */
export function rows(messages, firstUnread) {
  /** @type {Row[]} */
  const out = [];
  let day = '';
  messages.forEach((message, i) => {
    const date = new Date(message.sent);
    const today = date.toDateString();
    if (today !== day) out.push({ type: 'day', key: `day ${today}`, day: date });
    day = today;
    if (firstUnread !== null && message.seq === firstUnread) out.push({ type: 'unread', key: 'unread' });
    out.push({
      type: 'message',
      key: message.key,
      message,
      first: !together(messages[i - 1], message, firstUnread),
      last: !together(message, messages[i + 1], firstUnread),
    });
  });
  return out;
}

/**
 * Whether two neighbours read as one turn of the same person.
 * @param {ChatMessage | undefined} a
 * @param {ChatMessage | undefined} b
 * @param {number | null} firstUnread
 */
function together(a, b, firstUnread) {
  if (!a || !b || a.from.id !== b.from.id || a.mine !== b.mine) return false;
  if (b.seq !== null && b.seq === firstUnread) return false;
  const [from, to] = [new Date(a.sent), new Date(b.sent)];
  return to.getTime() - from.getTime() < GROUP_MS && from.toDateString() === to.toDateString();
}
