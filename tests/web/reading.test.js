import assert from 'node:assert/strict';
import test from 'node:test';
import { ANN, message, messages, MING, stage, translation } from './fakes.js';

function room(frames, options) {
  const all = stage(options);
  const seq = Math.max(0, ...frames.map((frame) => frame.seq));
  all.server.admit({ at: 50, seq, frames });
  return all;
}

const first = ({ client }) => client.state.messages[0];
const FAILED = { lang: 'en', runs: [], status: 'failed', by: 'machine', engine: '', words: [] };

test('a translation shows beside the original, with its trust', () => {
  const all = room([message(1)]);
  all.server.say(translation(1, 51, { status: 'shaky', reasons: ['a number is missing'] }));
  const { lang, runs, status, reasons, by, engine } = first(all).translation;
  assert.deepEqual({ lang, runs, status, reasons, by, engine }, {
    lang: 'en', runs: [{ text: 'number 1' }], status: 'shaky', reasons: ['a number is missing'], by: 'machine', engine: 'test',
  });
  assert.deepEqual([first(all).translating, first(all).runs], [false, [{ text: '第1条' }]]);
});

test('a translation is awaited for 15 s, and then has failed', () => {
  const all = room([message(1)]);
  all.clock.pass(14.9);
  assert.deepEqual([first(all).translating, first(all).translation], [true, null]);
  let changes = 0;
  all.client.addEventListener('change', () => { changes += 1; });
  all.clock.pass(1.1);
  assert.deepEqual(first(all).translation, { ...FAILED, reasons: ['no translation came within 15 s'] });
  assert.deepEqual([first(all).translating, changes], [false, 1]);
});

test('one that comes later is shown all the same', () => {
  const all = room([message(1)]);
  all.clock.pass(20);
  all.server.say(translation(1, 51));
  assert.equal(first(all).translation.status, 'ok');
});

const NOT_AWAITED = {
  'in the language read': { lang: 'en' },
  'in a language that cannot be translated': { lang: 'fr' },
  'in no known language': { lang: 'und' },
  'that was deleted': { runs: [], deleted: true },
  'that is a link': { runs: [{ text: 'https://x.cn', kind: 'link' }] },
  'that is a smile and a number': { runs: [{ text: '🙂', kind: 'emoji' }, { text: ' 100!' }] },
};
for (const [what, fields] of Object.entries(NOT_AWAITED)) {
  test(`no translation is awaited of a message ${what}`, () => {
    const all = room([message(1, 1, fields)]);
    assert.deepEqual([first(all).translating, first(all).translation], [false, null]);
    all.clock.pass(20);
    assert.equal(first(all).translation, null);
  });
}

test('a number that is a glossary entry has a meaning to translate', () => {
  assert.equal(first(room([message(1, 1, { runs: [{ text: '520', entry: 'zh/number/520' }] })])).translating, true);
});

test('an edit clears the translation and awaits the next', () => {
  const all = room([message(1), translation(1, 2)]);
  all.clock.pass(20);
  all.server.say(message(1, 51, { rev: 2, runs: [{ text: '改了' }] }));
  assert.deepEqual([first(all).translation, first(all).translating], [null, true]);
  all.server.say(translation(1, 52));
  assert.equal(first(all).translation, null);
  all.server.say(translation(1, 53, { rev: 2 }));
  assert.equal(first(all).translation.status, 'ok');
});

test('a deletion leaves a tombstone and nothing else', () => {
  const all = room([message(1), translation(1, 2)]);
  all.server.say(message(1, 51, { runs: [], deleted: true }));
  const { seq, deleted, runs, translation: text, translating } = first(all);
  assert.deepEqual({ seq, deleted, runs, text, translating }, { seq: 1, deleted: true, runs: [], text: null, translating: false });
});

test('an older state of a message is not shown over a newer one', () => {
  const all = room([message(1, 30, { rev: 3, runs: [{ text: 'new' }] })]);
  all.server.say(message(1, 29, { rev: 2, runs: [{ text: 'old' }] }));
  assert.deepEqual(all.words(), ['new']);
});

test('an older translation is not shown over a newer one', () => {
  const all = room([message(1), translation(1, 40, { runs: [{ text: 'new' }] }), translation(1, 39, { runs: [{ text: 'old' }] })]);
  assert.deepEqual(first(all).translation.runs, [{ text: 'new' }]);
});

test('reactions say which are mine', () => {
  const all = room([message(1, 1, { reactions: [{ emoji: '👍', users: ['u2', 'u1'] }, { emoji: '😂', users: ['u2'] }] })]);
  assert.deepEqual(first(all).reactions, [
    { emoji: '👍', users: ['u2', 'u1'], mine: true },
    { emoji: '😂', users: ['u2'], mine: false },
  ]);
});

test('a message about which nothing changed stays the same object', () => {
  const all = room(messages(1, 2));
  const before = all.client.state.messages;
  all.server.say(translation(2, 51), message(3, 52));
  const after = all.client.state.messages;
  assert.deepEqual([after[0] === before[0], after[1] === before[1]], [true, false]);
});

test('asking again shows it as awaited, and takes the same answer for news', () => {
  const all = room([message(1), translation(1, 2)]);
  all.client.translate(1, 'ja');
  const { type, seq, lang, from } = all.server.said.at(-1);
  assert.deepEqual({ type, seq, lang, from }, { type: 'translate', seq: 1, lang: 'en', from: 'ja' });
  assert.deepEqual([first(all).translating, first(all).translation], [true, null]);
  all.server.say(translation(1, 2));
  assert.equal(first(all).translation.status, 'ok');
});

test('a refusal to translate says why', () => {
  const all = room([message(1)]);
  all.client.translate(1);
  all.server.refuse(all.server.said.at(-1).id, 'no-route');
  assert.deepEqual(first(all).translation, { ...FAILED, reasons: ['refused: no-route'] });
  assert.equal(all.client.state.notice.code, 'no-route');
});

test('asking for a translation while offline changes nothing', () => {
  const all = room([message(1), translation(1, 2)]);
  all.server.close(1006);
  all.client.translate(1);
  assert.equal(first(all).translation.status, 'ok');
});

test('another reading language is told, and old translations go', () => {
  const all = room([message(1), translation(1, 2), message(2, 3, { lang: 'en' })]);
  all.client.setLang('zh');
  assert.deepEqual(all.server.said.at(-1), { type: 'lang', lang: 'zh' });
  const [one, two] = all.client.state.messages;
  assert.deepEqual([one.translation, one.translating, two.translating, all.client.state.lang], [null, false, true, 'zh']);
  all.server.say(translation(2, 4, { lang: 'en' }));
  assert.equal(all.client.state.messages[1].translation, null);
  all.server.say(translation(2, 4, { lang: 'zh' }));
  assert.equal(all.client.state.messages[1].translation.lang, 'zh');
});

test('a language changed while offline brings the room afresh, with its translations', () => {
  const all = room([message(1), translation(1, 2)]);
  all.server.close(1006);
  all.client.setLang('zh');
  all.clock.pass(1);
  all.server.open();
  all.server.welcome();
  assert.deepEqual([all.server.said[0].lang, 'after' in all.server.said[1]], ['zh', false]);
  all.server.join({ at: 50 }, { seq: 1 });
  all.server.caughtUp(50);
  all.server.close(1006);
  all.clock.pass(1);
  all.server.open();
  all.server.welcome();
  assert.equal(all.server.said[1].after, 50);
});

test('a language that is none is not taken', () => {
  const all = room([]);
  all.client.setLang('no such tag');
  assert.equal(all.client.state.lang, 'en');
});

test('a region that the server does not tell apart is read as its language', () => {
  const all = room([message(1)], { lang: 'en-GB' });
  assert.deepEqual(all.server.said.slice(0, 2), [
    { type: 'hello', v: 1, lang: 'en-GB' },
    { type: 'lang', lang: 'en' },
  ]);
  all.server.say(translation(1, 51));
  assert.deepEqual([all.client.state.lang, first(all).translation.status], ['en', 'ok']);
});

test('older messages are fetched one page at a time', async () => {
  const all = stage();
  all.server.admit({ at: 60, seq: 60, frames: messages(51, 60) });
  const both = Promise.all([all.client.loadOlder(), all.client.loadOlder()]);
  const { id, ...asked } = all.server.said.at(-1);
  assert.deepEqual(asked, { type: 'history', room: 'lobby', before: 51, limit: 50 });
  assert.deepEqual([all.server.heard('history').length, all.client.state.loadingOlder], [1, true]);
  all.server.say({ type: 'history', id, room: 'lobby', messages: messages(1, 50), translations: [translation(7, 7)], more: false });
  await both;
  const { messages: shown, hasOlder, loadingOlder } = all.client.state;
  assert.deepEqual([shown.length, shown[6].translation.status, hasOlder, loadingOlder], [60, 'ok', false, false]);
});

const NO_ANSWERS = {
  'is refused': ({ server }) => server.refuse(server.said.at(-1).id, 'too-fast', { retry_after: 3 }),
  'never comes': ({ clock, server }) => [1, 2].forEach(() => { clock.pass(10); server.say({ type: 'beat' }); }),
  'is cut off': ({ server }) => server.close(1006),
  'is not waited for': ({ client }) => client.stop(),
};
for (const [what, happens] of Object.entries(NO_ANSWERS)) {
  test(`whoever waits for older messages is released when the answer ${what}`, async () => {
    const all = stage();
    all.server.admit({ at: 60, seq: 60, frames: messages(51, 60) });
    const older = all.client.loadOlder();
    happens(all);
    await older;
    assert.deepEqual([all.client.state.loadingOlder, all.client.state.hasOlder], [false, true]);
  });
}

test('without older messages, or offline, nothing is asked', async () => {
  const all = room(messages(1, 3));
  await all.client.loadOlder();
  all.server.close(1006);
  await all.client.loadOlder();
  assert.equal(all.server.heard('history').length, 0);
});

test('the first unread message is the first of others after the one read last', () => {
  const all = stage();
  all.server.admit({ at: 5, seq: 5, read: 2, frames: [message(2), message(3, 3, { from: ANN }), message(4), message(5)] });
  assert.equal(all.client.state.firstUnread, 4);
});

test('who was never here has no unread messages', () => {
  const all = stage();
  all.server.admit({ at: 2, seq: 2, read: 0, frames: messages(1, 2) });
  assert.equal(all.client.state.firstUnread, null);
});

test('the marker stays where it was while one reads on', () => {
  const all = stage();
  all.server.admit({ at: 2, seq: 2, read: 1, frames: messages(1, 2) });
  all.client.markRead(2);
  all.server.say(message(3));
  assert.equal(all.client.state.firstUnread, 2);
});

test('reading is told once a second, and only forward', () => {
  const { client, server, clock } = room(messages(1, 9));
  for (const seq of [3, 4, 9, 5]) client.markRead(seq);
  clock.pass(1);
  client.markRead(7);
  clock.pass(5);
  assert.deepEqual(server.heard('read'), [{ type: 'read', room: 'lobby', seq: 9 }]);
});

test('what was read while offline is told afterwards', () => {
  const { client, server, clock } = room(messages(1, 9));
  server.close(1006);
  client.markRead(9);
  clock.pass(2);
  server.admit({ recovered: true, at: 50, seq: 9 });
  clock.pass(1);
  assert.deepEqual(server.heard('read').map(({ seq }) => seq), [9]);
});

test('what the server knows to be read is not told again', () => {
  const { client, server, clock } = stage();
  server.admit({ at: 9, seq: 9, read: 9, frames: messages(1, 9) });
  client.markRead(8);
  clock.pass(5);
  assert.deepEqual(server.heard('read'), []);
});

test('how far others have read only moves forward', () => {
  const { client, server } = room([]);
  for (const [user, seq] of [['u2', 5], ['u2', 3], ['u1', 9], ['u3', 1]]) server.say({ type: 'read', room: 'lobby', user, seq });
  assert.deepEqual(client.state.readBy, [{ id: 'u2', seq: 5 }, { id: 'u3', seq: 1 }]);
});

test('typing is told at once, and then every three seconds', () => {
  const { client, server, clock } = room([]);
  for (let keys = 0; keys < 40; keys += 1) {
    client.typing();
    clock.pass(0.1);
  }
  assert.equal(server.heard('typing').length, 2);
});

test('a clock set back does not silence us', () => {
  const { client, server, clock } = room([]);
  client.typing();
  clock.ms -= 3_600_000;
  client.typing();
  assert.equal(server.heard('typing').length, 2);
});

test('after sending, the next key is told at once', () => {
  const { client, server } = room([]);
  client.typing();
  client.send('hi');
  client.typing();
  assert.equal(server.heard('typing').length, 2);
});

test('somebody typing is shown for six seconds', () => {
  const all = room([]);
  all.server.say({ type: 'typing', room: 'lobby', user: MING });
  all.clock.pass(5.9);
  assert.deepEqual(all.client.state.typing, [MING]);
  all.clock.pass(1.1);
  assert.deepEqual(all.client.state.typing, []);
});

test('who sends or leaves types no more, and one does not see oneself type', () => {
  const { client, server } = room([]);
  for (const user of [ANN, MING, { id: 'u3', name: 'Bo' }]) server.say({ type: 'typing', room: 'lobby', user });
  assert.deepEqual(client.state.typing.map(({ id }) => id), ['u2', 'u3']);
  server.say(message(1, 51), { type: 'presence', room: 'lobby', joined: [], left: ['u3'] });
  assert.deepEqual(client.state.typing, []);
});

test('a refusal of nothing in particular is a notice', () => {
  const { client, server } = room([]);
  server.say({ type: 'error', code: 'too-fast', message: 'slower', retry_after: 2 });
  assert.deepEqual(client.state.notice, { code: 'too-fast', message: 'slower', retryAfter: 2 });
});
