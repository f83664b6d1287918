/** The queue as the page knows it: what was loaded, what was decided here, what comes next. */

/** @typedef {import('../types.js').Proposal} Proposal */
/** @typedef {import('../types.js').ProposalPage} ProposalPage */
/** @typedef {import('../types.js').Counts} Counts */
/** @typedef {{ readonly proposals: readonly Proposal[], readonly counts: Counts | null, readonly more: boolean }} Queue */

/** @type {Queue} */
export const NOTHING = Object.freeze({ proposals: [], counts: null, more: false });
export const FILTERS = /** @type {const} */ (['stand', 'kind', 'lang', 'room', 'claimed', 'sort']);

/**
 * One more page behind those that are there.
 * @param {Queue} queue
 * @param {ProposalPage} page
 * @returns {Queue}
 */
export function added(queue, { proposals, counts, more }) {
  const known = new Set(queue.proposals.map(({ id }) => id));
  return { proposals: [...queue.proposals, ...proposals.filter(({ id }) => !known.has(id))], counts, more };
}

/**
 * One of them as the server now has it.
 * @param {Queue} queue
 * @param {Proposal} proposal
 * @returns {Queue}
 */
export function changed(queue, proposal) {
  return { ...queue, proposals: queue.proposals.map((each) => (each.id === proposal.id ? proposal : each)) };
}

/**
 * One is decided, and leaves.
 * @param {Queue} queue
 * @param {number} id
 * @returns {Queue}
 */
export function decided(queue, id) {
  const gone = queue.proposals.find((each) => each.id === id);
  const { counts } = queue;
  const left = gone && counts ? { ...counts, open: less(counts.open), [gone.kind]: less(counts[gone.kind]) } : counts;
  return { ...queue, proposals: queue.proposals.filter((each) => each.id !== id), counts: left };
}

/** @param {number} count */
function less(count) {
  return Math.max(0, count - 1);
}

/**
 * Which to open after `id` is decided: the one below it that somebody else is not at, else one above; null: none is left.
 * @param {Queue} queue with `id` still in it
 * @param {number} id
 * @param {string} me
 * @returns {number | null}
 */
export function nextAfter({ proposals }, id, me) {
  const at = proposals.findIndex((each) => each.id === id);
  const others = [...proposals.slice(at + 1), ...proposals.slice(0, Math.max(0, at))];
  const free = others.find(({ claim, mine }) => !mine && (claim === null || claim.by.id === me));
  return (free ?? others[0])?.id ?? null;
}

/**
 * The neighbour in the list; the same at its ends.
 * @param {Queue} queue
 * @param {number | null} id
 * @param {1 | -1} step
 * @returns {number | null}
 */
export function neighbour({ proposals }, id, step) {
  if (proposals.length === 0) return null;
  const at = proposals.findIndex((each) => each.id === id);
  const to = at === -1 ? 0 : Math.min(proposals.length - 1, Math.max(0, at + step));
  return proposals[to]?.id ?? null;
}

/**
 * The few words that a line of the list says.
 * @param {Proposal} proposal
 */
export function headline({ matter, kind }) {
  if (kind === 'translation') return { text: matter.source ?? '', lang: matter.source_lang ?? null, under: matter.better ?? '', underLang: matter.target_lang ?? null };
  if (kind === 'dispute') return { text: matter.term ?? '', lang: matter.entry?.split('/')[0] ?? null, under: matter.why ?? '', underLang: null };
  return { text: matter.term ?? '', lang: matter.lang ?? null, under: matter.gloss ?? '', underLang: matter.readers ?? null };
}
