import assert from 'node:assert/strict';
import test from 'node:test';
import { ANN, message, messages, stage, translation } from './fakes.js';

const LANGUAGES = [{ code: 'en', name: 'English', from: ['zh'] }, { code: 'ja', name: '日本語', from: ['zh'] }];

/** Eighty messages that were read in English, and now are to be read in Japanese. */
function relanged() {
  const all = stage();
  all.server.admit({ at: 80, seq: 80, frames: messages(1, 80), welcome: { languages: LANGUAGES } });
  all.client.setLang('ja');
  return all;
}

const asked = ({ server }) => server.heard('translate').map(({ seq }) => seq);
const at = ({ client }, seq) => client.state.messages.find((one) => one.seq === seq);
const inJapanese = (seq, change = 100 + seq) => translation(seq, change, { lang: 'ja' });

function room(frames) {
  const all = stage();
  all.server.admit({ at: 50, seq: frames.length, frames });
  return all;
}

test('after a change of language the newest fifty are awaited, older ones wait to be looked at', () => {
  const all = relanged();
  assert.deepEqual([at(all, 30).untranslated, at(all, 30).translating], [true, false]);
  assert.deepEqual([at(all, 31).untranslated, at(all, 31).translating], [false, true]);
  all.clock.pass(20);
  assert.deepEqual([at(all, 30).translation, asked(all)], [null, []]);
});

test('what comes into view is asked for, three at a time', () => {
  const all = relanged();
  all.client.inView([1, 2, 3, 4, 5]);
  all.clock.pass(5);
  assert.deepEqual(asked(all), [1, 2, 3]);
  all.server.say(inJapanese(2));
  all.clock.pass(1);
  assert.deepEqual(asked(all), [1, 2, 3, 4]);
  assert.deepEqual([at(all, 1).translating, at(all, 2).translation.status, at(all, 5).untranslated], [true, 'ok', true]);
});

test('they are asked for no faster than the server lets anybody read', () => {
  const all = relanged();
  all.client.inView(Array.from({ length: 30 }, (_, place) => place + 1));
  for (let round = 0; round < 20; round += 1) {
    asked(all).forEach((seq) => all.server.say(inJapanese(seq)));
    all.clock.pass(0.05);
  }
  assert.equal(asked(all).length, 7);
});

test('what has been scrolled past before its turn is not asked for', () => {
  const all = relanged();
  all.client.inView([1, 2, 3, 4]);
  all.client.inView([9]);
  all.clock.pass(5);
  assert.deepEqual(asked(all), [1, 9]);
});

test('what is there already is not asked for again', () => {
  const all = relanged();
  all.server.say(inJapanese(7));
  all.client.inView([7, 60]);
  all.clock.pass(5);
  assert.deepEqual(asked(all), []);
});

test('one that never comes makes way for the next after fifteen seconds', () => {
  const all = relanged();
  all.client.inView([1, 2, 3, 4]);
  all.clock.pass(14);
  assert.deepEqual(asked(all), [1, 2, 3]);
  all.clock.pass(2);
  assert.deepEqual(asked(all), [1, 2, 3, 4]);
});

test('a refusal for haste is no news: it is asked for again later', () => {
  const all = relanged();
  all.client.inView([1]);
  all.server.refuse(all.server.said.at(-1).id, 'too-fast', { retry_after: 2 });
  assert.deepEqual([all.client.state.notice, at(all, 1).untranslated], [null, true]);
  all.clock.pass(1.9);
  assert.deepEqual(asked(all), [1]);
  all.clock.pass(0.2);
  assert.deepEqual(asked(all), [1, 1]);
});

test('another refusal is shown where the translation would be, and nowhere else', () => {
  const all = relanged();
  all.client.inView([1]);
  all.server.refuse(all.server.said.at(-1).id, 'no-route');
  assert.deepEqual([all.client.state.notice, at(all, 1).translation.status], [null, 'failed']);
});

test('when all that was asked for is refused, the next is asked for all the same', () => {
  const all = relanged();
  all.client.inView([1, 2, 3, 4]);
  all.clock.pass(1);
  all.server.heard('translate').forEach(({ id }) => all.server.refuse(id, 'unavailable'));
  all.clock.pass(1);
  assert.deepEqual(asked(all), [1, 2, 3, 4]);
});

test('away nothing is asked for; back in the room what is still in view is', () => {
  const all = relanged();
  all.clock.pass(20);
  all.server.close(1006);
  all.client.inView([1]);
  assert.deepEqual(asked(all), []);
  all.clock.pass(1);
  all.server.open();
  all.server.welcome({ languages: LANGUAGES });
  all.server.join({ at: 80, recovered: true }, { seq: 80 });
  all.server.caughtUp(80);
  assert.deepEqual(asked(all), [1]);
});

test('a reader who knows the language better is shown it, and the translation from it', () => {
  const all = room([message(1), translation(1, 2)]);
  all.client.translate(1, 'ja');
  assert.deepEqual([at(all, 1).lang, at(all, 1).translating], ['ja', true]);
  all.server.say(translation(1, 2, { runs: [{ text: 'better' }] }));
  assert.deepEqual(at(all, 1).translation.runs, [{ text: 'better' }]);
});

test('a message in no known language can be given one', () => {
  const all = room([message(1, 1, { lang: 'und' })]);
  all.client.translate(1, 'zh');
  assert.equal(at(all, 1).translating, true);
  all.server.refuse(all.server.said.at(-1).id, 'no-route');
  assert.deepEqual([at(all, 1).translation.status, all.client.state.notice.code], ['failed', 'no-route']);
});

test('somebody else’s message in the reader’s own language needs no translation, and none is asked for', () => {
  const all = room([message(1), translation(1, 2)]);
  all.client.translate(1, 'en');
  const { lang, translation: made, translating } = at(all, 1);
  assert.deepEqual([lang, made, translating, asked(all)], ['en', null, false, []]);
});

test('the language of one’s own message is told to the server whatever it is', () => {
  const all = room([message(1, 1, { from: ANN, lang: 'nl' })]);
  all.client.translate(1, 'en');
  const { lang, from } = all.server.said.at(-1);
  assert.deepEqual([lang, from, at(all, 1).lang, at(all, 1).translating], ['zh', 'en', 'en', false]);
});

test('a message in no known language that is in the reader’s own is said to be so to all', () => {
  const all = room([message(1, 1, { lang: 'und' })]);
  all.client.translate(1, 'en');
  assert.deepEqual([all.server.said.at(-1).from, at(all, 1).lang], ['en', 'en']);
});

test('a better translation is handed in, and taken', async () => {
  const all = room([message(1), translation(1, 2)]);
  const taken = all.client.propose(1, 'en', 'Much better');
  const { id, ...frame } = all.server.said.at(-1);
  assert.deepEqual(frame, { type: 'propose', room: 'lobby', seq: 1, lang: 'en', text: 'Much better', kind: 'translation' });
  all.server.ack(id, 1, 1);
  assert.equal(await taken, null);
});

test('a proposal that is refused says why to whoever made it, and nowhere else', async () => {
  const all = room([message(1), translation(1, 2)]);
  const taken = all.client.propose(1, 'en', 'Much better');
  all.server.refuse(all.server.said.at(-1).id, 'gone');
  assert.deepEqual([(await taken).code, all.client.state.notice], ['gone', null]);
});

const UNANSWERED = {
  'nobody answers': ({ clock, server }) => [1, 2].forEach(() => { clock.pass(10); server.say({ type: 'beat' }); }),
  'the connection is cut': ({ server }) => server.close(1006),
};
for (const [what, happens] of Object.entries(UNANSWERED)) {
  test(`a proposal is over when ${what}`, async () => {
    const all = room([message(1), translation(1, 2)]);
    const taken = all.client.propose(1, 'en', 'Much better');
    happens(all);
    assert.equal((await taken).code, 'unavailable');
  });
}
