import assert from 'node:assert/strict';
import test from 'node:test';
import { Order } from '../../web/client/order.js';
import { decode } from '../../web/client/wire.js';

/** @param {Record<string, unknown>} fields */
const frame = (fields) => decode(JSON.stringify({ room: 'lobby', ...fields }));

test('how one may speak is as told, and as usual after joining anew', () => {
  const order = new Order(async () => null);
  order.take(frame({ type: 'rules', slow_s: 30, read_only: true }));
  order.take(frame({ type: 'standing', muted_until: '2026-11-24T10:00:00.000Z', reason: 'loud', may_moderate: false }));
  assert.deepEqual(order.manners, {
    slowS: 30, readOnly: true, mutedUntil: '2026-11-24T10:00:00.000Z', reason: 'loud', mayModerate: false,
  });
  order.take({ type: 'joined' });
  assert.deepEqual(order.manners, { slowS: 0, readOnly: false, mutedUntil: null, reason: '', mayModerate: false });
});

for (const wrong of [
  { type: 'rules', slow_s: -1, read_only: false }, { type: 'rules', slow_s: 5 },
  { type: 'standing', muted_until: 'for ever', reason: '', may_moderate: true }, { type: 'done' },
]) {
  test(`${JSON.stringify(wrong)} is ignored`, () => assert.equal(frame(wrong), null));
}

test('what a moderator asks for goes out as it is', async () => {
  const asked = [];
  const order = new Order(async (question) => { asked.push(question); return null; });
  await order.moderate({ act: 'mute', user: 'u-1', minutes: 10, reason: 'loud' });
  await order.report(3, 'spam');
  assert.deepEqual(asked, [
    { type: 'moderate', act: 'mute', user: 'u-1', minutes: 10, reason: 'loud' }, { type: 'report', seq: 3, reason: 'spam' },
  ]);
});
