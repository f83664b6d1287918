import assert from 'node:assert/strict';
import test from 'node:test';
import { Readings } from '../../web/client/readings.js';

const LICENCE = { name: 'CC BY-SA 4.0', url: 'https://example.org/by-sa', attribution: 'Small', lang: 'en' };

/** As the server reads: every text is one word. */
function words(texts) {
  return texts.map((text) => [{ text, reading: 'x', meanings: [{ reading: 'x', senses: ['so'] }] }]);
}

/** A server that answers with what `make` gives for the texts asked for. */
function reader(make = (texts) => Response.json({ texts: words(texts), licence: LICENCE })) {
  const asked = [];
  const clock = { ms: 0 };
  const fetch = async (address, { body }) => {
    const { texts, for: lang } = JSON.parse(body);
    asked.push({ address, texts, lang });
    return make(texts);
  };
  return { asked, clock, readings: new Readings({ base: 'https://chat.example', fetch, now: () => clock.ms }) };
}

test('what is asked for at once is one request, and each text gets its own answer', async () => {
  const { asked, readings } = reader();
  const [bank, tea] = await Promise.all([readings.ask('银行', 'en'), readings.ask('茶', 'en')]);
  assert.deepEqual(asked, [{ address: 'https://chat.example/api/v1/words', texts: ['银行', '茶'], lang: 'en' }]);
  assert.deepEqual([bank.words[0].text, tea.words[0].text, tea.licence], ['银行', '茶', LICENCE]);
});

test('a text is asked for once', async () => {
  const { asked, readings } = reader();
  const [one, two] = await Promise.all([readings.ask('茶', 'en'), readings.ask('茶', 'en')]);
  const three = await readings.ask('茶', 'en');
  assert.deepEqual([one === two, two === three, readings.peek('茶', 'en') === one, asked.length], [true, true, true, 1]);
});

test('readers of different languages are asked for apart', async () => {
  const { asked, readings } = reader();
  await Promise.all([readings.ask('茶', 'en'), readings.ask('茶', 'de')]);
  assert.deepEqual(asked.map(({ lang, texts }) => [lang, texts]), [['en', ['茶']], ['de', ['茶']]]);
});

test('no request has more than a hundred texts, or more characters than the server reads', async () => {
  const { asked, readings } = reader();
  const many = Array.from({ length: 101 }, (_, i) => `第${i}`);
  const long = ['长', '大', '了'].map((char) => char.repeat(4_000));
  await Promise.all([...many, ...long].map((text) => readings.ask(text, 'en')));
  assert.deepEqual(asked.map(({ texts }) => texts.length), [100, 3, 1]);
});

test('a text longer than the server reads is not asked for', async () => {
  const { asked, readings } = reader();
  assert.deepEqual([await readings.ask('长'.repeat(10_001), 'en'), asked], [null, []]);
});

const FAILURES = {
  'a refusal': () => new Response('{}', { status: 429 }),
  'no answer': () => { throw new TypeError('offline'); },
  'no JSON': () => new Response('<html>'),
  'another shape': () => Response.json({ texts: 'x' }),
  'a word that is none': () => Response.json({ texts: [[{ text: 7 }]], licence: null }),
};
for (const [what, make] of Object.entries(FAILURES)) {
  test(`after ${what} there is no reading, and none is asked for until a while has passed`, async () => {
    const { asked, clock, readings } = reader(make);
    assert.deepEqual([await readings.ask('茶', 'en'), await readings.ask('茶', 'en'), asked.length], [null, null, 1]);
    clock.ms = 21_000;
    await readings.ask('茶', 'en');
    assert.equal(asked.length, 2);
  });
}

test('words that do not give the text again are no reading of it', async () => {
  const { readings } = reader(() => Response.json({ texts: words(['别的']), licence: null }));
  assert.equal(await readings.ask('茶', 'en'), null);
});

test('meanings may be wanting', async () => {
  const { readings } = reader(() => Response.json({ texts: [[{ text: '茶', reading: 'chá', meanings: null }]], licence: null }));
  assert.deepEqual(await readings.ask('茶', 'en'), { words: [{ text: '茶', reading: 'chá', meanings: [] }], licence: null });
});

test('of very many texts the first are forgotten', async () => {
  const { readings } = reader();
  await Promise.all(Array.from({ length: 601 }, (_, i) => readings.ask(`第${i}`, 'en')));
  assert.deepEqual([readings.peek('第0', 'en'), readings.peek('第600', 'en')?.words.length], [null, 1]);
});
