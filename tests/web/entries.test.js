import assert from 'node:assert/strict';
import test from 'node:test';
import { EntryCards, httpBase } from '../../web/client/entries.js';

const SNAKE = {
  id: 'zh/idiom/hua-she-tian-zu', lang: 'zh', kind: 'idiom', term: '画蛇添足', variants: ['画蛇著足'],
  reading: 'huà shé tiān zú', literal: 'to draw a snake and add feet', plain: '做多余的事', keep: false, tone: 'mild criticism',
  caution: null, sources: ['《战国策》'], for: 'en', gloss: 'to ruin something by adding to it',
  equivalent: 'to gild the lily', body: null, example: null,
};

/** A server that answers each request with the next of `answers`. */
function cards(...answers) {
  const asked = [];
  const fetch = async (address) => {
    asked.push(address);
    const answer = answers[asked.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, entries: new EntryCards({ base: 'https://chat.example', fetch }) };
}

const ok = (card) => Response.json(card);

test('a card is asked for by its id and the language of the reader', async () => {
  const { entries, asked } = cards(ok(SNAKE));
  assert.deepEqual(await entries.card(SNAKE.id, 'en'), SNAKE);
  assert.deepEqual(asked, ['https://chat.example/api/v1/entries/zh/idiom/hua-she-tian-zu?for=en']);
});

test('an id cannot lead to another address', async () => {
  const { entries, asked } = cards(ok(SNAKE));
  await entries.card('a?b#c/d e', 'en&x=y');
  assert.deepEqual(asked, ['https://chat.example/api/v1/entries/a%3Fb%23c/d%20e?for=en%26x%3Dy']);
});

test('a card is fetched once, also when asked for twice at the same time', async () => {
  const { entries, asked } = cards(ok(SNAKE));
  assert.equal(entries.peek(SNAKE.id, 'en'), null);
  const [one, two] = await Promise.all([entries.card(SNAKE.id, 'en'), entries.card(SNAKE.id, 'en')]);
  assert.deepEqual([one === two, entries.peek(SNAKE.id, 'en') === one, asked.length], [true, true, 1]);
});

test('an entry that does not exist is null, and not asked for again', async () => {
  const { entries, asked } = cards(new Response('', { status: 404 }));
  assert.deepEqual([await entries.card('zh/idiom/x', 'en'), await entries.card('zh/idiom/x', 'en'), asked.length], [null, null, 1]);
});

const FAILURES = {
  'no connection': new TypeError('failed to fetch'),
  'a broken server': new Response('oops', { status: 500 }),
  'no JSON': new Response('<html>'),
  'no card': Response.json({ id: 7 }),
};
for (const [what, answer] of Object.entries(FAILURES)) {
  test(`after ${what} the next try asks anew`, async () => {
    const { entries } = cards(answer, ok(SNAKE));
    await assert.rejects(entries.card(SNAKE.id, 'en'));
    assert.equal((await entries.card(SNAKE.id, 'en')).term, '画蛇添足');
  });
}

test('only the last three hundred are kept', async () => {
  const { entries, asked } = cards(...Array.from({ length: 302 }, () => ok(SNAKE)));
  for (let count = 0; count < 301; count += 1) await entries.card(`zh/idiom/${count}`, 'en');
  assert.deepEqual([entries.peek('zh/idiom/0', 'en'), entries.peek('zh/idiom/1', 'en')?.term], [null, '画蛇添足']);
  await entries.card('zh/idiom/0', 'en');
  assert.equal(asked.length, 302);
});

test('a card that is looked at again stays', async () => {
  const { entries } = cards(...Array.from({ length: 301 }, () => ok(SNAKE)));
  for (let count = 0; count < 300; count += 1) await entries.card(`zh/idiom/${count}`, 'en');
  await entries.card('zh/idiom/0', 'en');
  await entries.card('zh/idiom/300', 'en');
  assert.deepEqual([entries.peek('zh/idiom/0', 'en')?.term, entries.peek('zh/idiom/1', 'en')], ['画蛇添足', null]);
});

const BASES = [
  ['wss://chat.example/ws', 'https://chat.example'],
  ['ws://localhost:8000/ws', 'http://localhost:8000'],
  ['wss://chat.example/bridge/ws', 'https://chat.example/bridge'],
  ['wss://chat.example/ws?x=y', 'https://chat.example'],
];
for (const [url, base] of BASES) {
  test(`the cards of ${url} are at ${base}`, () => assert.equal(httpBase(url), base));
}
