/** Ask the server, keep its session's key, and turn each refusal into words with a cure. */

/** @typedef {import('../types.js').Session} Session */

const BASE = '/api/v1';
const ANSWER_MS = 30_000;
/** What an effect or a file of thousands of rows may take. */
export const LONG_MS = 120_000;

/** A refusal, or no answer at all (`code` `no-answer`). `body` is all that the server said. */
export class ApiError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {number} status 0: no answer
   * @param {any} [body]
   */
  constructor(code, message, status, body = null) {
    super(message);
    this.code = code;
    this.status = status;
    this.body = body;
    /** What is wrong, one by one, where the server says more than one thing. @type {readonly string[]} */
    this.reasons = Array.isArray(body?.error?.reasons) ? body.error.reasons.filter((/** @type {unknown} */ each) => typeof each === 'string') : [message];
  }
}

export class Api {
  #fetch;
  #onsignedout;
  /** @type {string | null} */
  #csrf = null;

  /**
   * @param {object} parts
   * @param {typeof fetch} [parts.fetch]
   * @param {() => Promise<boolean>} [parts.onsignedout] the session has ended; true: there is a new one, ask again
   */
  constructor({ fetch: ask = (address, init) => fetch(address, init), onsignedout = () => Promise.resolve(false) } = {}) {
    this.#fetch = ask;
    this.#onsignedout = onsignedout;
  }

  /** @param {Session} session */
  signedIn(session) {
    this.#csrf = session.csrf;
  }

  /**
   * @param {string} path after /api/v1
   * @param {Record<string, string | number | null | undefined>} [query] what is empty is left out
   * @param {{ quiet?: boolean }} [how] `quiet`: a session that has ended is only said
   */
  get(path, query = {}, { quiet = false } = {}) {
    return this.#ask('GET', address(path, query), null, ANSWER_MS, quiet);
  }

  /**
   * @param {'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
   * @param {string} path
   * @param {unknown} [body] JSON, or a file as it is
   * @param {{ query?: Record<string, string | number | null | undefined>, patience?: number, quiet?: boolean }} [how]
   */
  send(method, path, body = null, { query = {}, patience = ANSWER_MS, quiet = false } = {}) {
    return this.#ask(method, address(path, query), body, patience, quiet);
  }

  /**
   * @param {string} method
   * @param {string} where
   * @param {unknown} body
   * @param {number} patience
   * @param {boolean} [quiet]
   * @returns {Promise<any>}
   */
  async #ask(method, where, body, patience, quiet = false) {
    const answer = await this.#try(method, where, body, patience);
    const said = await read(answer);
    if (answer.ok) return said;
    const code = typeof said?.error?.code === 'string' ? said.error.code : `http-${answer.status}`;
    if (code === 'signed-out' && !quiet && await this.#onsignedout()) return this.#ask(method, where, body, patience, true);
    throw new ApiError(code, typeof said?.error?.message === 'string' ? said.error.message : '', answer.status, said);
  }

  /**
   * @param {string} method
   * @param {string} where
   * @param {unknown} body
   * @param {number} patience
   */
  async #try(method, where, body, patience) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (this.#csrf !== null && method !== 'GET') headers['X-CSRF-Token'] = this.#csrf;
    const isFile = typeof Blob !== 'undefined' && body instanceof Blob;
    if (isFile) headers['Content-Type'] = 'application/octet-stream';
    else if (body !== null) headers['Content-Type'] = 'application/json';
    try {
      return await this.#fetch(where, {
        method, headers, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(patience),
        ...(body === null ? {} : { body: isFile ? /** @type {Blob} */ (body) : JSON.stringify(body) }),
      });
    } catch {
      throw new ApiError('no-answer', '', 0);
    }
  }
}

/**
 * A path of parts that came from outside, each of them kept in its place.
 * @param {...(string | number)} parts
 */
export function path(...parts) {
  return parts.map((part) => `/${String(part).split('/').map(encodeURIComponent).join('/')}`).join('');
}

/**
 * @param {string} path
 * @param {Record<string, string | number | null | undefined>} query
 */
export function address(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

/** @param {Response} answer @returns {Promise<any>} null where there is no JSON */
async function read(answer) {
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch {
    if (answer.ok) throw new ApiError('no-answer', '', 0);
    return null;
  }
}
