import assert from 'node:assert/strict';
import test from 'node:test';
import { isHarmless, warningsFor } from '../../web/element/preview-parts.js';
import { ANN, MING, stage } from './fakes.js';

const LEE = { id: 'u3', name: 'Lee' };
const IDIOM = { kind: 'idiom', text: 'piece of cake', entry: 'en/idiom/piece-of-cake', plain: 'It is very easy', note: '(piece of cake: 很容易)' };

/** A room with Ann, who reads English, and these others. */
function room(others = [{ ...MING, lang: 'zh' }]) {
  const all = stage();
  all.server.open();
  all.server.welcome();
  all.server.join({ members: [{ ...ANN, lang: 'en' }, ...others] });
  all.server.caughtUp();
  return all;
}

function rest({ client, clock }, text, seconds = 0.5) {
  client.preview(text);
  clock.pass(seconds);
}

/** Answers the newest question, and lets the answer arrive. */
async function answer({ server }, fields = {}) {
  const { id, lang } = server.heard('preview').at(-1);
  const made = { runs: [{ text: '你好' }], status: 'ok', reasons: [], by: 'machine', engine: 'test' };
  server.say({ type: 'preview', id, lang, from: 'en', translation: made, back: 'Hello', notes: [], warnings: [], ...fields });
  await settled();
}

async function refuse({ server }, code, fields) {
  server.refuse(server.heard('preview').at(-1).id, code, fields);
  await settled();
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const asked = ({ server }) => server.heard('preview').map(({ text }) => text);

test('a draft at rest for half a second is asked about, in the language of the others', () => {
  const all = room();
  rest(all, ' Hello', 0.4);
  assert.deepEqual(asked(all), []);
  all.clock.pass(0.1);
  const { type, text, lang } = all.server.said.at(-1);
  assert.deepEqual({ type, text, lang }, { type: 'preview', text: 'Hello', lang: 'zh' });
});

test('nothing is asked while one types on', () => {
  const all = room();
  for (const text of ['H', 'He', 'Hel', 'Hell', 'Hello']) rest(all, text, 0.3);
  assert.deepEqual(asked(all), []);
});

test('what comes back is shown with its way back and its warnings', async () => {
  const all = room();
  rest(all, 'Hello');
  await answer(all, { warnings: [IDIOM, { kind: 'from-the-future' }] });
  const { text, lang, from, translation, back, warnings } = all.client.state.preview;
  assert.deepEqual([text, lang, from, translation.runs, back, warnings], ['Hello', 'zh', 'en', [{ text: '你好' }], 'Hello', [IDIOM]]);
});

const NOBODY = {
  'nobody else is here': [],
  'all others read the same': [{ ...MING, lang: 'en' }, { ...LEE, lang: 'en-GB' }],
};
for (const [what, others] of Object.entries(NOBODY)) {
  test(`nothing is asked when ${what}`, () => {
    const all = room(others);
    rest(all, 'Hello');
    assert.deepEqual(asked(all), []);
  });
}

test('the language is the one that most of those read who do not read ours', () => {
  const all = room([{ ...MING, lang: 'zh' }, { id: 'u4', name: 'D', lang: 'ja' }, { id: 'u5', name: 'E', lang: 'ja' }, { ...LEE, lang: 'en' }]);
  rest(all, 'Hello');
  assert.equal(all.server.said.at(-1).lang, 'ja');
});

test('nothing is asked while an input method composes, and at rest once it is done', () => {
  const all = room();
  all.client.preview('ni');
  rest(all, null, 30);
  assert.deepEqual(asked(all), []);
  rest(all, '你');
  assert.deepEqual(asked(all), ['你']);
});

test('an answer about words that are no longer there is dropped, and the new ones are asked about', async () => {
  const all = room();
  rest(all, 'Hello');
  rest(all, 'Hello you');
  assert.deepEqual(asked(all), ['Hello']);
  await answer(all);
  assert.equal(all.client.state.preview, null);
  all.clock.pass(0.5);
  assert.deepEqual(asked(all), ['Hello', 'Hello you']);
  await answer(all);
  assert.equal(all.client.state.preview.text, 'Hello you');
});

test('an answer that comes after sending is not shown', async () => {
  const all = room();
  rest(all, 'Hello');
  all.client.preview('');
  await answer(all);
  assert.equal(all.client.state.preview, null);
});

test('an empty draft takes down what was shown', async () => {
  const all = room();
  rest(all, 'Hello');
  await answer(all);
  all.client.preview('');
  assert.equal(all.client.state.preview, null);
});

test('the same words are not asked about twice', async () => {
  const all = room();
  rest(all, 'Hello');
  await answer(all);
  rest(all, 'Hello!', 0.2);
  rest(all, 'Hello', 5);
  assert.deepEqual(asked(all), ['Hello']);
});

test('haste is no news: it rests for twenty seconds, and then asks about what is there', async () => {
  const all = room();
  rest(all, 'Hello');
  await refuse(all, 'too-fast', { retry_after: 1 });
  assert.equal(all.client.state.notice, null);
  rest(all, 'Hello you', 19);
  assert.deepEqual(asked(all), ['Hello']);
  all.clock.pass(1.1);
  assert.deepEqual(asked(all), ['Hello', 'Hello you']);
});

test('another refusal is not asked about again until more is written', async () => {
  const all = room();
  rest(all, 'Hello');
  await refuse(all, 'no-route');
  all.server.say({ type: 'beat' });
  all.clock.pass(25);
  assert.deepEqual([asked(all), all.client.state.notice], [['Hello'], null]);
});

test('a server that does not answer is asked again after fifteen seconds, not before', async () => {
  const all = room();
  rest(all, 'Hello');
  rest(all, 'Hello you', 14);
  assert.deepEqual(asked(all), ['Hello']);
  all.clock.pass(2);
  await settled();
  all.clock.pass(0);
  assert.deepEqual(asked(all), ['Hello', 'Hello you']);
});

test('sending waits for no preview', () => {
  const all = room();
  rest(all, 'Hello');
  all.client.send('Hello');
  assert.equal(all.server.said.at(-1).type, 'send');
});

test('offline nothing is asked and nothing breaks', async () => {
  const all = room();
  all.server.close(1006);
  rest(all, 'Hello');
  await settled();
  assert.deepEqual([asked(all), all.client.state.preview], [[], null]);
});

test('an idiom whose note stands in the text is warned about no more', () => {
  const preview = { text: `It is a piece of cake ${IDIOM.note}`, warnings: [IDIOM] };
  assert.deepEqual(warningsFor(preview), []);
  assert.deepEqual(warningsFor({ ...preview, text: 'It is a piece of cake' }), [IDIOM]);
});

test('a doubtful translation opens nothing by itself, an idiom does', () => {
  assert.equal(isHarmless({ text: '', warnings: [{ kind: 'doubt', reasons: ['it repeats itself'] }] }), true);
  assert.equal(isHarmless({ text: '', warnings: [IDIOM] }), false);
});
