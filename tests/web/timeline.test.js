import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyTimeline, hasOlder, lose, readIn, reduce, shown } from '../../web/client/timeline.js';
import { decode } from '../../web/client/wire.js';
import { chances, LANGUAGES, message, messages, translation } from './fakes.js';

const CONTEXT = { now: 1_000, me: 'u1' };

function feed(timeline, frames, context = CONTEXT) {
  return frames.reduce((state, frame) => reduce(state, decode(JSON.stringify(frame)), context), timeline);
}

function joined(seq, fields = {}) {
  const room = { name: 'lobby', title: 'Lobby', seq, read: 0 };
  return { type: 'joined', id: 'j', room, epoch: 'e1', at: seq, recovered: false, members: [], ...fields };
}

const caughtUp = (at) => ({ type: 'caught-up', room: 'lobby', at });
const room = (at, title) => ({ type: 'room', room: { name: 'lobby', title }, at });
const opened = (seq) => feed(emptyTimeline('en'), [joined(seq), ...messages(1, seq), caughtUp(seq)]);
const seqs = (timeline) => shown(timeline).map(({ frame }) => frame.seq);

/** Everything the page could see, without the order in which it came. */
function seen(timeline) {
  const translations = [...timeline.translations].sort(([a], [b]) => a - b);
  return JSON.stringify({ ...timeline, messages: shown(timeline), translations });
}

function shuffled(items, chance) {
  const rest = [...items];
  return items.map(() => rest.splice(Math.floor(chance() * rest.length), 1)[0]);
}

const STORY = [
  ...messages(4, 8),
  translation(4, 9), translation(5, 10), translation(6, 11, { status: 'failed', runs: [] }),
  message(5, 12, { rev: 2, runs: [{ text: '改了' }], edited: '2026-11-23T20:01:00.000Z' }),
  translation(5, 13, { rev: 2 }), translation(6, 14),
  message(4, 15, { reactions: [{ emoji: '👍', users: ['u1'] }] }),
  message(7, 16, { rev: 2, runs: [], deleted: true }),
  message(2, 17, { rev: 2, runs: [{ text: '也改了' }] }), translation(2, 18, { rev: 2 }),
  room(19, 'One'), room(20, 'Two'),
];

test('the same frames lead to the same state in whatever order they come', () => {
  const chance = chances(11);
  const right = seen(feed(opened(3), STORY));
  for (let round = 0; round < 500; round += 1) {
    assert.equal(seen(feed(opened(3), shuffled(STORY, chance))), right);
  }
});

test('frames that come twice change nothing', () => {
  const once = feed(opened(3), STORY);
  assert.equal(feed(once, STORY), once);
});

test('what the catch-up brings does not depend on its order either', () => {
  const chance = chances(12);
  const frames = [...messages(51, 100), message(101, 101), message(3, 102, { rev: 2 })];
  const right = seen(feed(emptyTimeline('en'), [joined(100), ...frames, caughtUp(100)]));
  for (let round = 0; round < 100; round += 1) {
    assert.equal(seen(feed(emptyTimeline('en'), [joined(100), ...shuffled(frames, chance), caughtUp(100)])), right);
  }
});

test('a change of a message older than what is shown does not open a hole', () => {
  const timeline = feed(emptyTimeline('en'), [joined(100), ...messages(51, 100), caughtUp(100), message(3, 101, { rev: 2 })]);
  assert.deepEqual([seqs(timeline)[0], hasOlder(timeline)], [51, true]);
});

test('not even when it is heard while the newest are coming', () => {
  const timeline = feed(emptyTimeline('en'), [joined(100), message(51), message(3, 101, { rev: 2 }), ...messages(52, 100), caughtUp(100)]);
  assert.deepEqual([seqs(timeline)[0], hasOlder(timeline)], [51, true]);
});

test('a change heard before its page of history is not undone by the page', () => {
  const timeline = feed(emptyTimeline('en'), [joined(52), ...messages(51, 52), caughtUp(52), message(3, 101, { rev: 2 })]);
  const page = { type: 'history', id: 'h', room: 'lobby', messages: messages(1, 50), translations: [], more: false };
  const whole = feed(timeline, [page], { ...CONTEXT, before: 51 });
  assert.deepEqual([shown(whole)[2].frame.rev, seqs(whole).length, hasOlder(whole)], [2, 52, false]);
});

test('a page of history that answers another question is left alone', () => {
  const timeline = feed(emptyTimeline('en'), [joined(52), ...messages(51, 52), caughtUp(52)]);
  const page = { type: 'history', id: 'h', room: 'lobby', messages: messages(1, 10), translations: [], more: false };
  assert.equal(feed(timeline, [page], { ...CONTEXT, before: 11 }), timeline);
});

test('after advances at caught-up, not by the frames before it', () => {
  const before = feed(emptyTimeline('en'), [joined(3), message(3, 9)]);
  assert.equal(before.after, null);
  assert.equal(feed(before, [caughtUp(7)]).after, 7);
});

test('after advances by live messages and not by translations, which may overtake', () => {
  const timeline = feed(opened(3), [message(4, 8), translation(4, 20)]);
  assert.equal(timeline.after, 8);
});

test('after stands still while the connection is gone and while catching up again', () => {
  const again = feed(lose(opened(3)), [joined(9, { recovered: true, at: 30 }), message(4, 21), message(9, 30)]);
  assert.equal(again.after, 3);
  assert.equal(feed(again, [caughtUp(30)]).after, 30);
});

test('recovered keeps what we had', () => {
  const again = feed(lose(opened(3)), [joined(4, { recovered: true, at: 9 }), message(4, 9), caughtUp(9)]);
  assert.deepEqual(seqs(again), [1, 2, 3, 4]);
});

test('not recovered drops what we had', () => {
  const again = feed(lose(opened(3)), [joined(90, { at: 200, epoch: 'e2' }), ...messages(89, 90), caughtUp(200)]);
  assert.deepEqual([seqs(again), again.epoch, hasOlder(again)], [[89, 90], 'e2', true]);
});

test('recovered without anything to recover is taken for the newest', () => {
  const timeline = feed(emptyTimeline('en'), [joined(9, { recovered: true }), ...messages(8, 9), caughtUp(9)]);
  assert.deepEqual([seqs(timeline), hasOlder(timeline)], [[8, 9], true]);
});

test('a translation into another language is left alone', () => {
  const timeline = opened(3);
  assert.equal(feed(timeline, [translation(1, 9, { lang: 'fr' })]), timeline);
});

test('a change of language drops the translations, and awaits new ones of the newest fifty only', () => {
  const timeline = readIn(feed(opened(80), [translation(80, 81)]), 'zh', LANGUAGES, 2_000);
  assert.deepEqual([seqs(timeline).length, timeline.translations.size], [80, 0]);
  assert.deepEqual([29, 30, 31, 80].map((seq) => timeline.messages.get(seq).since), [null, null, 2_000, 2_000]);
});

test('a language corrected by the author drops the translation from the other one, and only that', () => {
  const before = feed(opened(3), [translation(2, 9), translation(3, 10)]);
  const after = feed(before, [message(2, 11, { lang: 'ja' }), message(3, 12, { reactions: [{ emoji: '👍', users: ['u1'] }] })]);
  assert.deepEqual([...after.translations.keys()], [3]);
  assert.equal(feed(after, [translation(2, 13)]).translations.get(2).at, 13);
});

test('a long day does not fill the page without end', () => {
  const page = { type: 'history', id: 'h', room: 'lobby', messages: [], translations: [], more: false };
  const all = feed(opened(3), [page], { ...CONTEXT, before: 1 });
  assert.equal(all.exhausted, true);
  const timeline = feed(all, messages(4, 2_001));
  assert.deepEqual([seqs(timeline).length, seqs(timeline).at(-1), hasOlder(timeline)], [1_500, 2_001, true]);
});

test('reducing leaves the state before as it was', () => {
  const timeline = opened(3);
  const before = seen(timeline);
  feed(timeline, STORY);
  assert.equal(seen(timeline), before);
});
