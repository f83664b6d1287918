/** The address after the `#`, as a route and back. */

/** @typedef {import('../types.js').Route} Route */

const WELCOME = /^#welcome=([A-Za-z0-9._~-]{1,512})$/;

/**
 * @param {string} hash `#/queue/17?lang=zh`
 * @returns {Route}
 */
export function routeOf(hash) {
  const [before = '', after = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { path: before.split('/').filter(Boolean).map(decoded), query: Object.fromEntries(new URLSearchParams(after)) };
}

/** @param {Route} route */
export function hashOf({ path, query }) {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

/**
 * The token of a one-time link; null when the address holds none.
 * @param {string} hash
 */
export function welcomeToken(hash) {
  return WELCOME.exec(hash)?.[1] ?? null;
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
