/** Questions and answers are kept by message, whatever order they come in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Asked } from '../../web/client/asked.js';
import { decode } from '../../web/client/wire.js';

const ANN = { id: 'u-ann', name: 'Ann' };
const ABOUT = { room: 'tea', question: 4, seq: 3, text: '太卷', lang: 'zh', for: 'en', from: ANN };
const ANSWER = { by: { id: 'u-lin', name: 'Lin' }, gloss: 'too eager', body: '' };

const frame = (/** @type {object} */ fields) => /** @type {import('../../web/types.js').ServerFrame} */ (decode(JSON.stringify(fields)));
const question = (/** @type {object} */ fields = {}) => frame({ type: 'question', ...ABOUT, ...fields });
const answered = (/** @type {object} */ fields = {}) => frame({ type: 'answered', ...ABOUT, ...ANSWER, ...fields });

test('a question waits for everybody but who asked it, until it is answered', () => {
  const asked = new Asked();
  asked.take(question());
  assert.deepEqual(asked.open('u-lin').map(({ text }) => text), ['太卷']);
  assert.deepEqual(asked.open('u-ann'), []);
  asked.take(answered());
  assert.deepEqual(asked.open('u-lin'), []);
  assert.equal(asked.of(3)[0]?.answer?.gloss, 'too eager');
});

test('a question that comes after its answer does not open it again', () => {
  const asked = new Asked();
  asked.take(answered());
  asked.take(question());
  assert.deepEqual(asked.open('u-lin'), []);
});

test('the same frame again changes no object, so that nothing is drawn anew', () => {
  const asked = new Asked();
  asked.take(answered());
  const before = asked.of(3);
  asked.take(frame({ type: 'beat' }));
  assert.equal(asked.of(3), before);
});

test('the answer takes the place of our own question that had no number yet', () => {
  const asked = new Asked();
  asked.asking(3, '太卷', ANN, 'en');
  assert.equal(asked.of(3)[0]?.question, 0);
  asked.take(answered());
  assert.deepEqual(asked.of(3).map(({ question: number }) => number), [4]);
});

test('after coming back, open questions are those that are told again', () => {
  const asked = new Asked();
  asked.take(question());
  asked.take(answered({ question: 5, text: '了' }));
  const room = { name: 'tea', title: '', seq: 3, read: 0 };
  asked.take(frame({ type: 'joined', id: 'j', room, epoch: 'e', at: 9, recovered: true, members: [] }));
  assert.deepEqual(asked.of(3).map(({ question: number }) => number), [5]);
});

test('what was asked goes with the words that it was asked about', () => {
  const asked = new Asked();
  asked.take(answered());
  const sent = '2026-11-24T00:00:00.000Z';
  const message = { type: 'message', room: 'tea', at: 9, seq: 3, rev: 2, id: 'm', from: ANN, sent, lang: 'zh' };
  asked.take(frame({ ...message, runs: [{ text: '你也太卷了' }] }));
  assert.equal(asked.of(3).length, 1);
  asked.take(frame({ ...message, runs: [], deleted: true }));
  assert.equal(asked.of(3).length, 0);
});

test('a question without its fields is no frame', () => {
  assert.equal(decode(JSON.stringify({ type: 'question', room: 'tea', seq: 3 })), null);
  assert.equal(decode(JSON.stringify({ type: 'answered', ...ABOUT })), null);
});
