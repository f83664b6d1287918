import assert from 'node:assert/strict';
import test from 'node:test';
import { socketAddress } from '../../web/element/address.js';
import { Tints } from '../../web/element/avatar.js';
import { EnterKey } from '../../web/element/enter-key.js';
import { faces, spoken } from '../../web/element/faces.js';
import { interfaceLanguage, Words } from '../../web/element/i18n.js';
import { Preferences } from '../../web/element/preferences.js';
import { endedText, errorText, reasonText } from '../../web/element/reasons.js';
import { rows } from '../../web/element/rows.js';
import en from '../../web/locales/en.js';
import zh from '../../web/locales/zh.js';

const ANN = { id: 'ann', name: 'Ann' };
const BEI = { id: 'bei', name: 'Bei' };
const MADE = { lang: 'en', runs: [{ text: 'hello' }], status: 'ok', reasons: [], by: 'machine', engine: '', words: [] };
const SHOW = Object.fromEntries(['translation', 'both', 'original-first', 'original'].map((show) => [show, { show, reads: [] }]));

/** A stored message of Bei in Chinese, unless `some` says otherwise. */
function message(some = {}) {
  return {
    key: 'k1', id: '1', seq: 1, rev: 1, mine: false, from: BEI, sent: '2026-03-04T10:00:00.000Z', lang: 'zh',
    runs: [{ text: '你好' }], replyTo: null, edited: null, deleted: false, reactions: [], delivery: 'sent',
    error: null, translation: null, translating: false, untranslated: false, ...some,
  };
}

function kinds({ first, second }) {
  return [first.kind, second?.kind ?? null];
}

test('the reader sees the translation, and the original when asked for', () => {
  const shown = message({ translation: MADE });
  assert.deepEqual(kinds(faces(shown, SHOW.translation, false)), ['translation', null]);
  assert.deepEqual(kinds(faces(shown, SHOW.translation, true)), ['translation', 'original']);
});

test('both texts stand in the order chosen', () => {
  const shown = message({ translation: MADE });
  assert.deepEqual(kinds(faces(shown, SHOW.both, false)), ['translation', 'original']);
  assert.deepEqual(kinds(faces(shown, SHOW['original-first'], false)), ['original', 'translation']);
  assert.deepEqual(kinds(faces(shown, SHOW.original, false)), ['original', null]);
});

const UNDERSTOOD = { translated: { translation: MADE }, awaited: { translating: true }, failed: { translation: { ...MADE, runs: [], status: 'failed' } } };
for (const [what, some] of Object.entries(UNDERSTOOD)) {
  test(`in a language also read the original stands alone, whatever else was chosen, when the translation is ${what}`, () => {
    for (const show of Object.keys(SHOW)) {
      const shown = faces(message(some), { show, reads: ['zh'] }, false);
      assert.deepEqual(kinds(shown), ['original', null]);
      assert.notEqual(shown.state, 'pending');
      assert.notEqual(shown.state, 'failed');
    }
  });
}

test('a translation into a language also read is a tap away', () => {
  assert.equal(faces(message({ translation: MADE }), { show: 'both', reads: ['zh'] }, false).toggle, 'translation');
});

test('a mixed message in the reader’s own language is read in its translation', () => {
  const mixed = message({ lang: 'en', translation: MADE });
  assert.equal(faces(mixed, SHOW.translation, false).first.kind, 'translation');
  assert.equal(faces(mixed, { show: 'translation', reads: ['en'] }, false).first.kind, 'translation');
});

test('a failed translation brings the original with its words', () => {
  const words = [{ text: '你好', reading: 'nǐ hǎo', meaning: 'hello' }];
  assert.deepEqual(faces(message({ translation: { ...MADE, runs: [], status: 'failed', words } }), SHOW.translation, false).first.words, words);
});

test('one’s own words come first whatever was chosen to hide', () => {
  assert.deepEqual(kinds(faces(message({ mine: true, translation: MADE }), SHOW.translation, false)), ['original', null]);
});

test('a message without its translation shows the original and says why', () => {
  assert.equal(faces(message({ translating: true }), SHOW.translation, false).state, 'pending');
  const failed = { ...MADE, runs: [], status: 'failed' };
  assert.equal(faces(message({ translation: failed }), SHOW.both, false).state, 'failed');
  assert.deepEqual(kinds(faces(message({ translation: failed }), SHOW.both, false)), ['original', null]);
});

test('nothing is said aloud before the reader’s language is there', () => {
  assert.equal(spoken(message({ translating: true }), []), null);
  assert.equal(spoken(message({ translation: MADE }), []).lang, 'en');
  assert.equal(spoken(message(), []).lang, 'zh');
  assert.equal(spoken(message({ translating: true }), ['zh']).lang, 'zh');
});

test('messages of one person within five minutes are one group', () => {
  const at = (sent, some) => message({ sent: `2026-03-04T10:${sent}:00.000`, ...some });
  const laid = rows([at('00', { key: 'a' }), at('04', { key: 'b' }), at('12', { key: 'c' }), at('13', { key: 'd', from: ANN })], null);
  assert.deepEqual(laid.map((row) => row.type === 'message' ? [row.key, row.first, row.last] : row.type), [
    'day', ['a', true, false], ['b', false, true], ['c', true, true], ['d', true, true],
  ]);
});

test('a new day and the first unread message are marked, and end a group', () => {
  const laid = rows([
    message({ key: 'a', seq: 1, sent: '2026-03-04T23:59:00.000' }),
    message({ key: 'b', seq: 2, sent: '2026-03-05T00:01:00.000' }),
    message({ key: 'c', seq: 3, sent: '2026-03-05T00:02:00.000' }),
  ], 3);
  assert.deepEqual(laid.map(({ type }) => type), ['day', 'message', 'day', 'message', 'unread', 'message']);
  assert.ok(laid.every((row) => row.type !== 'message' || (row.first && row.last)));
});

function press(some = {}) {
  return { key: 'Enter', keyCode: 13, isComposing: false, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, timeStamp: 1000, ...some };
}

test('Enter sends, Shift+Enter does not', () => {
  assert.equal(new EnterKey().sends(press()), true);
  assert.equal(new EnterKey().sends(press({ shiftKey: true })), false);
});

test('Enter never sends while an input method composes', () => {
  const enter = new EnterKey();
  assert.equal(enter.sends(press({ isComposing: true })), false);
  assert.equal(enter.sends(press({ keyCode: 229 })), false);
  enter.composition({ type: 'compositionstart', timeStamp: 1 });
  assert.equal(enter.sends(press()), false);
});

test('the keydown that Safari fires just after a composition does not send, the next one does', () => {
  const enter = new EnterKey();
  enter.composition({ type: 'compositionstart', timeStamp: 900 });
  enter.composition({ type: 'compositionend', timeStamp: 995 });
  assert.equal(enter.sends(press()), false);
  assert.equal(enter.sends(press({ timeStamp: 1001 })), true);
});

test('what storage holds is checked', () => {
  const holding = (text) => new Preferences({ getItem: () => text, setItem() {}, removeItem() {} }).choices;
  assert.deepEqual(holding('{"name":7,"theme":"pink","show":"both","lang":"zh","reads":["ja",7,"<b>"],"preview":0,"pinyin":1,"doubtful":"loud"}'), {
    name: null, lang: 'zh', ui: null, theme: 'auto', show: 'both', reads: ['ja'], preview: true, pinyin: false, doubtful: 'marked',
  });
  assert.deepEqual([holding('{"reads":{},"preview":false}').reads, holding('{"preview":false}').preview], [[], false]);
  assert.equal(holding('no json').show, 'translation');
  assert.equal(new Preferences(null).choices.name, null);
});

test('every interface language has the same phrases with the same places', () => {
  const places = (phrase) => [...new Set(JSON.stringify(phrase).match(/\{\w+\}/g))].sort();
  assert.deepEqual(Object.keys(zh), Object.keys(en));
  for (const key of Object.keys(en)) assert.deepEqual(places(zh[key]), places(en[key]), key);
});

test('phrases choose their plural and keep foreign names apart', () => {
  const words = new Words('en');
  assert.equal(words.t('newMessages', { n: 1 }), '1 new message');
  assert.equal(words.t('newMessages', { n: 1200 }), '1,200 new messages');
  assert.equal(words.t('replyingTo', { name: 'عمر' }), 'Replying to \u2068عمر\u2069');
});

test('the interface speaks the first language it knows of those wished for', () => {
  assert.equal(interfaceLanguage(['de-DE', 'zh-TW', 'en']), 'zh');
  assert.equal(interfaceLanguage(['de']), 'en');
});

test('a day near now has a name, another year its number', () => {
  const words = new Words('en', ['en-GB']);
  const now = new Date(2026, 2, 4, 0, 30);
  assert.equal(words.day(new Date(2026, 2, 4, 23), now), 'Today');
  assert.equal(words.day(new Date(2026, 2, 3, 23), now), 'Yesterday');
  assert.match(words.day(new Date(2025, 11, 31), now), /31 December 2025/);
});

test('known reasons are said in the interface’s language, others as they came', () => {
  const words = new Words('zh');
  assert.deepEqual(reasonText(words, 'the number 2026 got lost'), { text: '译文漏掉了数字 \u20682026\u2069', lang: null });
  assert.deepEqual(reasonText(words, 'something new'), { text: 'something new', lang: 'en' });
  assert.equal(errorText(words, { code: 'muted', message: '' }), zh.errorMuted);
  assert.equal(endedText(words, { code: 4403, reason: '' }), zh.endedBanned);
});

test('a server’s address becomes that of its socket', () => {
  const page = 'https://site.example/blog/post';
  assert.equal(socketAddress('https://chat.example', page), 'wss://chat.example/ws');
  assert.equal(socketAddress('http://localhost:8080/x/', page), 'ws://localhost:8080/x/ws');
  assert.equal(socketAddress('/chat', page), 'wss://site.example/chat/ws');
  assert.equal(socketAddress('wss://chat.example/ws', page), 'wss://chat.example/ws');
  assert.equal(socketAddress('http://', page), 'http://');
});

test('no two of six people present have the same colour, and nobody changes theirs when others come', () => {
  const tints = new Tints();
  const people = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map((id) => ({ id }));
  tints.meet(people.slice(0, 3));
  const before = people.slice(0, 3).map(({ id }) => tints.of(id));
  tints.meet(people);
  const after = people.map(({ id }) => tints.of(id));
  assert.deepEqual(after.slice(0, 3), before);
  assert.equal(new Set(after).size, 6);
});

test('every colour is one that the styles have', () => {
  const tints = new Tints();
  const given = Array.from({ length: 500 }, (_, i) => tints.of(`person-${i}`));
  assert.deepEqual([...new Set(given)].sort((a, b) => a - b), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a language inside a phrase carries no invisible marks', () => {
  assert.equal(new Words('en').t('original', { language: 'Chinese' }), 'Chinese original');
});
