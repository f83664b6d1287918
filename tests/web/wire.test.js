import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { decode, encode } from '../../web/client/wire.js';
import { chances, message } from './fakes.js';

const FOLDER = new URL('../wire/', import.meta.url);
const examples = readdirSync(FOLDER)
  .filter((name) => name.startsWith('server-') && name.endsWith('.json'))
  .map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]);

for (const [name, text] of examples) {
  test(`the example ${name} is understood`, () => {
    assert.equal(decode(text).type, JSON.parse(text).type);
  });
}

test('a message keeps its runs, and what is absent becomes null or empty', () => {
  const frame = decode(readFileSync(new URL('server-message.json', FOLDER), 'utf8'));
  assert.deepEqual(frame.runs, [
    { text: '别' },
    { text: '画蛇添足', entry: 'zh/idiom/hua-she-tian-zu' },
    { text: '了 ' },
    { text: 'https://x.cn', kind: 'link' },
  ]);
  assert.deepEqual([frame.replyTo, frame.edited, frame.deleted, frame.reactions], [null, null, false, []]);
});

test('a note keeps its other senses and its doubt, and what is neither is left out', () => {
  const note = { text: '打', entry: 'zh/a/b', also: ['zh/a/c', 7, ''], doubtful: true };
  const bare = { text: '打', entry: 'zh/a/b', also: 'zh/a/c', doubtful: 'yes' };
  const { runs } = decode(JSON.stringify(message(1, 1, { runs: [note, bare] })));
  assert.deepEqual(runs, [{ ...note, also: ['zh/a/c'] }, { text: '打', entry: 'zh/a/b' }]);
});

const NO_FRAMES = [
  '', 'null', '[]', '7', '"hello"', '{', '{}', '{"type":7}', '{"type":"message"}', '{"type":"__proto__"}',
  '['.repeat(100_000), '{"type":"from-the-future","room":"lobby"}',
];
for (const text of NO_FRAMES) {
  test(`${text.slice(0, 40) || 'nothing'} is ignored`, () => assert.equal(decode(text), null));
}

test('what is no text is ignored', () => {
  for (const data of [null, undefined, 7, {}, new ArrayBuffer(4)]) assert.equal(decode(data), null);
});

const WRONG = [
  { seq: 0 }, { seq: -1 }, { seq: 1.5 }, { seq: '1' }, { seq: 2 ** 60 }, { at: null }, { rev: 0 }, { id: '' },
  { from: 'Ann' }, { from: { id: '', name: '' } }, { sent: 'yesterday' }, { lang: '<b>' }, { lang: 'a' },
  { runs: 'text' }, { runs: [{ text: 7 }] }, { runs: [null] }, { deleted: 'yes' }, { reply_to: {} }, { room: ['lobby'] },
];
for (const fields of WRONG) {
  test(`a message with ${JSON.stringify(fields)} is ignored`, () => {
    assert.equal(decode(JSON.stringify(message(1, 1, fields))), null);
  });
}

test('a kind of run that we do not know is plain words', () => {
  const frame = decode(JSON.stringify(message(1, 1, { runs: [{ text: 'x', kind: 'script', entry: 7, onclick: 'y' }] })));
  assert.deepEqual(frame.runs, [{ text: 'x' }]);
});

test('a list of people leaves out what is no person', () => {
  const frame = decode('{"type":"presence","room":"lobby","joined":[{"id":"u1","name":"Ann","lang":"en"},7,{"id":1}],"left":[null,"u2"]}');
  assert.deepEqual([frame.joined, frame.left], [[{ id: 'u1', name: 'Ann', lang: 'en' }], ['u2']]);
});

test('history with one broken message is no history, since that would be a hole', () => {
  const page = { type: 'history', id: 'h', room: 'lobby', messages: [message(1), { ...message(2), runs: 7 }], translations: [], more: true };
  assert.equal(decode(JSON.stringify(page)), null);
});

test('no time is so short that a timer spins or so long that it overflows', () => {
  assert.equal(decode('{"type":"error","code":"too-fast","retry_after":1e300}').retryAfter, 3_600);
  assert.equal(decode('{"type":"error","code":"too-fast","retry_after":0}').retryAfter, 0.1);
});

test('whatever byte is changed in a frame, reading it does not throw', () => {
  const chance = chances(7);
  for (const [, text] of examples) {
    for (let round = 0; round < 300; round += 1) {
      const place = Math.floor(chance() * text.length);
      decode(text.slice(0, place) + String.fromCharCode(32 + Math.floor(chance() * 96)) + text.slice(place + 1));
    }
  }
});

test('half an emoji is not sent, since the server could not say whose it is', () => {
  const text = 'a\ud83d b\ude42 c\ud83d\ude42';
  assert.equal(JSON.parse(encode({ type: 'send', id: '1', room: 'lobby', text })).text, 'a\ufffd b\ufffd c🙂');
});
