/** Find the language, among those the server has, that is nearest to the one asked for. */

/** Tags that browsers use and `Intl` leaves alone, and the server's for the same language. */
const SAME = new Map([['no', 'nb'], ['fil', 'tl']]);
const TRADITIONAL = /^zh-(Hant|TW|HK|MO)\b/i;

/**
 * Whether `Intl` takes it without throwing.
 * @param {string} tag
 */
export function isTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * What a page gave us, as a plain tag without extensions (`-u-…`); null when it is none.
 * @param {string} tag
 */
export function tidy(tag) {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return null;
  }
}

/**
 * `asked` itself when nothing is near: `en-US` → `en`, `zh-TW` → `zh-Hant`, `tlh` → `tlh`.
 * @param {string} asked
 * @param {readonly {readonly code: string}[]} languages
 */
export function nearest(asked, languages) {
  const [language = asked] = asked.split('-');
  const wishes = [asked, ...(TRADITIONAL.test(asked) ? ['zh-Hant'] : []), language, SAME.get(language) ?? language];
  for (const wish of wishes) {
    const found = languages.find(({ code }) => code.toLowerCase() === wish.toLowerCase());
    if (found) return found.code;
  }
  return asked;
}
