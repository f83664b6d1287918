/** Draw one message as the page sees it: pure, but for caches that keep unchanged ones the same. */

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('../types.js').MessageTranslation} MessageTranslation */
/** @typedef {import('../types.js').TranslationFrame} TranslationFrame */
/** @typedef {import('./timeline.js').Timeline} Timeline */
/** @typedef {import('./timeline.js').Entry} Entry */
/** @typedef {import('./outbox.js').Item} Item */

/**
 * What stands below a message. `asked`: what readers asked about it; `unasked`: nobody has asked for a translation that could be had;
 * `until`: when time alone will change it, in ms.
 * @typedef {{ asked?: readonly import('../types.js').AskedAbout[], frame: TranslationFrame | null, failed: string | null, awaited: boolean, unasked: boolean, until: number }} Reading
 */

/** How long a translation is awaited. */
const PATIENCE_MS = 15_000;
const NEVER_CAME = `no translation came within ${PATIENCE_MS / 1_000} s`;

/**
 * @param {Entry} entry
 * @param {Timeline} timeline
 * @param {ReadonlySet<string>} translatable message languages that the server can translate for us
 * @param {number} now
 * @returns {Reading}
 */
export function readingOf({ frame, since, failed, from }, timeline, translatable, now) {
  const none = { frame: null, failed: null, awaited: false, unasked: false, until: Infinity };
  const translation = timeline.translations.get(frame.seq);
  if (frame.deleted) return none;
  // One for words that have been edited since is of no use; the next is on its way.
  if (translation?.rev === frame.rev) return { ...none, frame: translation };
  if (timeline.langs.includes(from ?? frame.lang) || !hasWords(frame.runs)) return none;
  // What the reader asked for is answered, even if by a refusal.
  if (from === null && !translatable.has(frame.lang)) return none;
  if (failed !== null) return { ...none, failed };
  if (since === null) return { ...none, unasked: true };
  const until = since + PATIENCE_MS;
  return until > now ? { ...none, awaited: true, until } : { ...none, failed: NEVER_CAME };
}

/** A link or an emoji alone is the same in every language. @param {readonly import('../types.js').Run[]} runs */
function hasWords(runs) {
  return runs.some(({ text, kind, entry }) => entry !== undefined || (kind === undefined && /\p{L}/u.test(text)));
}

export class MessageView {
  /** @type {WeakMap<Entry, { me: string | null, reading: Reading, drawn: ChatMessage }>} */
  #stored = new WeakMap();
  /** @type {WeakMap<Item, { me: string | null, drawn: ChatMessage }>} */
  #waiting = new WeakMap();

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   * @param {string | null} me
   * @param {string} lang
   * @returns {ChatMessage}
   */
  stored(entry, reading, me, lang) {
    const known = this.#stored.get(entry);
    if (known && known.me === me && same(known.reading, reading)) return known.drawn;
    const drawn = drawStored(entry, reading, me, lang);
    this.#stored.set(entry, { me, reading, drawn });
    return drawn;
  }

  /**
   * @param {Item} item
   * @param {import('../types.js').Person} from
   * @returns {ChatMessage}
   */
  waiting(item, from) {
    const known = this.#waiting.get(item);
    if (known?.me === from.id) return known.drawn;
    const drawn = drawWaiting(item, from);
    this.#waiting.set(item, { me: from.id, drawn });
    return drawn;
  }
}

/** @param {Reading} a @param {Reading} b */
function same(a, b) {
  return a.frame === b.frame && a.failed === b.failed && a.awaited === b.awaited && a.unasked === b.unasked && a.asked === b.asked;
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {string | null} me
 * @param {string} lang
 * @returns {ChatMessage}
 */
function drawStored({ frame, from: said }, reading, me, lang) {
  const mine = frame.from.id === me;
  const { id, seq, rev, from, sent, runs, replyTo, edited, deleted } = frame;
  return Object.freeze({
    id, seq, rev, mine, from, sent, runs, replyTo, edited, deleted,
    key: mine ? ownKey(id) : `${from.id}/${id}`,
    lang: said ?? frame.lang,
    reactions: frame.reactions.map((each) => ({ ...each, mine: me !== null && each.users.includes(me) })),
    delivery: 'sent',
    error: null,
    translation: reading.frame ?? (reading.failed === null ? null : failure(reading.failed, lang)),
    translating: reading.awaited,
    untranslated: reading.unasked,
    asked: reading.asked ?? [],
  });
}

/** Author ids are never empty, so no other's key looks like this; ours may be unknown yet. @param {string} id */
function ownKey(id) {
  return `/${id}`;
}

/** @param {string} reason @param {string} lang @returns {MessageTranslation} */
function failure(reason, lang) {
  return { lang, runs: [], status: 'failed', reasons: [reason], by: 'machine', engine: '', words: [] };
}

/**
 * @param {Item} item
 * @param {import('../types.js').Person} from
 * @returns {ChatMessage}
 */
function drawWaiting({ request, written, receipt, error }, from) {
  return Object.freeze({
    key: ownKey(request.id),
    id: request.id,
    seq: receipt?.seq ?? null,
    rev: 1,
    mine: true,
    from: { id: from.id, name: from.name },
    sent: receipt?.sent ?? new Date(written).toISOString(),
    lang: 'und',
    runs: request.type === 'send' ? [{ text: request.text }] : [],
    replyTo: (request.type === 'send' && request.reply_to) || null,
    edited: null,
    deleted: false,
    reactions: [],
    delivery: error ? 'refused' : receipt ? 'sent' : 'pending',
    error,
    translation: null,
    translating: false,
    untranslated: false,
    asked: [],
  });
}
