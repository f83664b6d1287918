/** Decide which texts may become links: http, https and mailto, nothing else. */

const SCHEMES = ['http:', 'https:', 'mailto:'];
const MAIL = /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/**
 * The address to put into `href`, its host in punycode; null when `text` must stay plain.
 * @param {string} text
 * @returns {string | null}
 */
export function safeHref(text) {
  // The URL parser drops tabs and newlines, so "java\nscript:" would look harmless to it.
  if (typeof text !== 'string' || /[\s\u0000-\u001f\u007f]/.test(text)) return null;
  let url;
  try {
    url = new URL(withScheme(text));
  } catch {
    return null;
  }
  // https://bank.example@evil.example shows one host and goes to another.
  if (!SCHEMES.includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** People write `www.x.cn` and `ann@x.cn`. @param {string} text */
function withScheme(text) {
  if (/^www\./i.test(text)) return `https://${text}`;
  return MAIL.test(text) ? `mailto:${text}` : text;
}
