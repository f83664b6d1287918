/** Find out which languages a server lets people read in, before they have come in. */

import { isTag } from '../client/langs.js';

const ANSWER_MS = 4000;

/**
 * Codes, or null when the server could not be asked: then a few usual ones have to do.
 * @param {string} base the server's address without a slash at the end
 * @returns {Promise<string[] | null>}
 */
export async function readingLanguages(base) {
  try {
    const response = await fetch(`${base}/languages`, { signal: AbortSignal.timeout(ANSWER_MS), credentials: 'omit' });
    if (!response.ok) return null;
    const list = /** @type {unknown} */ (await response.json());
    if (!Array.isArray(list)) return null;
    const codes = list.map((language) => language?.code).filter((code) => typeof code === 'string' && isTag(code));
    return codes.length > 0 ? codes : null;
  } catch {
    return null;
  }
}
