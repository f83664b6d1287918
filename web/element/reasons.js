/** Say the server's stable codes and reasons in the reader's own words. */

import { orderError } from './order/words.js';

/** @typedef {import('./i18n.js').Key} Key */
/** @typedef {import('./i18n.js').Words} Words */

/** @type {readonly (readonly [RegExp, Key])[]} */
const REASONS = [
  [/returned nothing/, 'reasonEmpty'],
  [/came back untranslated/, 'reasonUntranslated'],
  [/repeats itself/, 'reasonLoop'],
  [/says words twice/, 'reasonTwice'],
  [/left in the original/, 'reasonPart'],
  [/stay as it is/, 'reasonLost'],
  [/not in the language/, 'reasonMisnamed'],
  [/wrong script/, 'reasonScript'],
  [/words were left/, 'reasonWords'],
  [/much shorter/, 'reasonShorter'],
  [/much longer/, 'reasonLonger'],
  [/^the number (?<number>\S+) got lost/, 'reasonNumber'],
  [/^the number (?<number>\S+) came out of nowhere/, 'reasonNumberNew'],
  [/^the word “(?<word>[^”]+)” got lost/, 'reasonWord'],
  [/^the word “(?<word>[^”]+)” came out of nowhere/, 'reasonWordNew'],
  [/^a “not” got lost/, 'reasonNot'],
  [/^a “not” came out of nowhere/, 'reasonNotNew'],
  [/question got lost/, 'reasonQuestion'],
  [/became a question/, 'reasonQuestionNew'],
  [/foreign script/, 'reasonForeign'],
  [/was guessing/, 'reasonGuess'],
  [/^translated back/, 'reasonBack'],
  [/not sure|unsure|low score|confiden/, 'reasonUnsure'],
  [/too late|took too long|in time|deadline|seconds/, 'reasonLate'],
  [/no (?:installed )?(?:package|route|way)/i, 'reasonNoRoute'],
  [/unavailable|broke|queue|busy/, 'reasonUnavailable'],
];

/** @type {Readonly<Record<string, Key>>} */
const ERRORS = Object.freeze({
  'too-long': 'errorTooLong',
  'too-fast': 'errorTooFast',
  muted: 'errorMuted',
  'not-yours': 'errorNotYours',
  gone: 'errorGone',
  'no-route': 'errorNoRoute',
  unavailable: 'errorUnavailable',
  'no-such-room': 'errorNoRoom',
});

/**
 * Why a translation is doubtful. A reason that this page does not know yet stays in English.
 * @param {Words} words
 * @param {string} reason
 */
export function reasonText(words, reason) {
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(reason);
    if (found) return { text: words.t(key, found.groups ?? {}), lang: null };
  }
  return { text: reason, lang: 'en' };
}

/**
 * Why a request was refused.
 * @param {Words} words
 * @param {{ code: string, message: string }} error
 */
export function errorText(words, { code, message }) {
  const key = ERRORS[code];
  const stopped = orderError(words, { code, message });
  if (stopped !== null) return stopped;
  return key ? words.t(key) : words.t('errorOther', { message });
}

/**
 * What became of a message of ours that did not go out.
 * @param {Words} words
 * @param {{ code: string, message: string } | null} error
 */
export function refusedText(words, error) {
  // It was not refused: it waits.
  if (error?.code === 'held') return errorText(words, error);
  return words.t('refused', { reason: error ? errorText(words, error) : '' });
}

/**
 * What a moderator looks at, or did not let through, is not said by saying it again.
 * @param {{ code: string } | null} error
 */
export function mayTryAgain(error) {
  return error?.code !== 'held' && error?.code !== 'declined';
}

/**
 * Why the connection ended for good.
 * @param {Words} words
 * @param {{ code: number, reason: string }} ended
 */
export function endedText(words, { code, reason }) {
  switch (code) {
    case 4400: return words.t('endedProtocol');
    case 4401: return words.t('endedIdentity');
    case 4403: return words.t('endedBanned');
    case 4409: return words.t('endedReplaced');
  }
  // The room itself refused: only what it said is known, not its code.
  if (code === 0 && /\broom\b/.test(reason)) return words.t('endedRoom');
  return words.t('endedOther', { reason: reason || String(code) });
}
