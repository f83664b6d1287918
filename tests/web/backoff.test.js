import assert from 'node:assert/strict';
import test from 'node:test';
import { isFinal, pause } from '../../web/client/backoff.js';

test('the longest pause doubles from half a second to half a minute', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => pause(attempt, 1006, 1, false));
  assert.deepEqual(longest, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('the jitter is full, so a crowd comes back spread out', () => {
  assert.deepEqual([0, 0.25, 0.5].map((chance) => pause(6, 1006, chance, false)), [0, 7_500, 15_000]);
});

test('after a restart of the server the first try is at once, the next ones are not', () => {
  for (const code of [1001, 1012]) {
    assert.equal(pause(0, code, 0.99, false) < 500, true);
    assert.equal(pause(4, code, 1, false), 8_000);
  }
});

test('told to come later, or slower, we wait five seconds at least', () => {
  for (const code of [1013, 4429]) assert.equal(pause(0, code, 0, false), 5_000);
});

test('a hidden page tries once soon and then slowly', () => {
  assert.equal(pause(0, 1006, 1, true), 500);
  assert.equal(pause(1, 1006, 0, true), 30_000);
});

test('only the codes that coming back cannot change are final', () => {
  const codes = [1000, 1001, 1006, 1009, 1011, 1012, 1013, 4400, 4401, 4403, 4408, 4409, 4429];
  assert.deepEqual(codes.filter(isFinal), [4400, 4401, 4403, 4409]);
});
