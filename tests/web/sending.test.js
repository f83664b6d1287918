import assert from 'node:assert/strict';
import test from 'node:test';
import { ANN, message, stage } from './fakes.js';

function admitted(options) {
  const all = stage(options);
  all.server.admit();
  return all;
}

const last = ({ client }) => client.state.messages.at(-1);
const sent = ({ server }) => server.heard('send').map(({ text }) => text);

test('a message shows at once as pending', () => {
  const all = admitted();
  all.client.send('hi', 4);
  const { seq, mine, from, delivery, runs, replyTo } = last(all);
  assert.deepEqual({ seq, mine, delivery, runs, replyTo }, { seq: null, mine: true, delivery: 'pending', runs: [{ text: 'hi' }], replyTo: 4 });
  assert.equal(from.id, ANN.id);
  assert.equal(all.server.said.at(-1).reply_to, 4);
});

test('blank messages are not sent', () => {
  const all = admitted();
  all.client.send(' \n ');
  all.client.edit(1, '');
  assert.deepEqual([all.client.state.messages, all.server.said.length], [[], 2]);
});

test('after the ack it is sent, and keeps its key when it comes back as a message', () => {
  const all = admitted();
  all.client.send('hi');
  const { id } = all.server.said.at(-1);
  const pending = last(all);
  all.server.ack(id, 1, 5);
  const acked = last(all);
  all.server.say(message(1, 5, { id, from: ANN, lang: 'en', runs: [{ text: 'hi' }] }));
  const stored = last(all);
  assert.deepEqual([pending.delivery, acked.delivery, stored.delivery], ['pending', 'sent', 'sent']);
  assert.deepEqual([acked.seq, stored.seq, all.client.state.messages.length], [1, 1, 1]);
  assert.equal(new Set([pending.key, acked.key, stored.key]).size, 1);
});

test('a message that comes back before its ack is as good as acked', () => {
  const all = admitted();
  all.client.send('one');
  all.client.send('two');
  const { id } = all.server.said.at(-1);
  all.server.say(message(1, 5, { id, from: ANN }));
  assert.deepEqual(all.client.state.messages.map(({ delivery }) => delivery), ['sent', 'pending']);
  assert.deepEqual(sent(all), ['one', 'two']);
});

test('the same client id of somebody else is not our message', () => {
  const all = admitted();
  all.client.send('hi');
  const { id } = all.server.said.at(-1);
  all.server.say(message(1, 5, { id }));
  assert.deepEqual(all.client.state.messages.map(({ delivery }) => delivery), ['sent', 'pending']);
  assert.equal(new Set(all.client.state.messages.map(({ key }) => key)).size, 2);
});

test('what is written while offline is sent in order after the catch-up', () => {
  const all = stage();
  for (const text of ['one', 'two', 'three']) all.client.send(text);
  all.server.open();
  all.server.welcome();
  all.server.join();
  assert.deepEqual(sent(all), []);
  all.server.caughtUp();
  for (const seq of [1, 2, 3]) all.server.ack(all.server.said.at(-1).id, seq, seq);
  assert.deepEqual(sent(all), ['one', 'two', 'three']);
});

test('what we say in another tab answers nothing here', () => {
  const all = admitted();
  all.client.send('one');
  all.server.say(message(1, 5, { id: 'other-tab', from: ANN }));
  all.server.ack('other-tab', 1, 5);
  assert.deepEqual(sent(all), ['one']);
});

test('the next is sent when the one before is answered, so that no refusal changes the order', () => {
  const all = admitted();
  all.client.send('one');
  all.client.send('two');
  assert.deepEqual(sent(all), ['one']);
});

test('without an ack it is sent again after the reconnect, with the same id', () => {
  const all = admitted();
  all.client.send('hi');
  all.server.close(1006);
  all.clock.pass(1);
  all.server.admit({ recovered: true });
  const ids = all.server.heard('send').map(({ id }) => id);
  assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
});

test('what the catch-up shows to be stored is not sent again', () => {
  const all = admitted();
  all.client.send('hi');
  const { id } = all.server.said.at(-1);
  all.server.close(1006);
  all.clock.pass(1);
  all.server.admit({ recovered: true, at: 5, seq: 1, frames: [message(1, 5, { id, from: ANN })] });
  assert.deepEqual([sent(all).length, all.client.state.messages.length], [1, 1]);
});

test('an acked message whose frame was lost comes with the catch-up, once', () => {
  const all = admitted();
  all.client.send('hi');
  const { id } = all.server.said.at(-1);
  all.server.ack(id, 1, 5);
  all.server.close(1006);
  all.clock.pass(1);
  assert.equal(all.client.state.messages.length, 1);
  all.server.admit({ recovered: true, at: 5, seq: 1, frames: [message(1, 5, { id, from: ANN })] });
  assert.deepEqual([sent(all).length, all.client.state.messages.length], [1, 1]);
});

test('an acked message older than the newest fifty does not hang on below them', () => {
  const all = admitted();
  all.client.send('hi');
  all.server.ack(all.server.said.at(-1).id, 1, 5);
  all.server.close(1006);
  all.clock.pass(1);
  all.server.admit({ at: 900, seq: 60, frames: [message(60, 900)] });
  assert.deepEqual(all.client.state.messages.map(({ seq }) => seq), [60]);
});

test('an ack of something long stored takes the pending one away', () => {
  const all = stage();
  all.client.send('hi');
  all.server.admit({ at: 900, seq: 60, frames: [message(60, 900)] });
  all.server.ack(all.server.said.at(-1).id, 3, 5);
  assert.deepEqual(all.client.state.messages.map(({ seq }) => seq), [60]);
});

test('without an answer it is asked again, and given up after three times', () => {
  const all = admitted();
  all.client.send('hi');
  for (const _ of [1, 2, 3]) {
    all.clock.pass(15);
    all.server.say({ type: 'beat' });
  }
  assert.equal(all.server.heard('send').length, 3);
  assert.deepEqual([last(all).delivery, last(all).error.code], ['refused', 'unavailable']);
});

test('too fast: sent again when the server said, and no faster than its rate after that', () => {
  const all = admitted();
  all.client.send('one');
  all.client.send('two');
  all.server.refuse(all.server.said.at(-1).id, 'too-fast', { retry_after: 2 });
  all.clock.pass(1.9);
  assert.deepEqual(sent(all), ['one']);
  assert.equal(all.client.state.messages[0].delivery, 'pending');
  all.clock.pass(0.1);
  all.server.ack(all.server.said.at(-1).id, 1, 1);
  assert.deepEqual(sent(all), ['one', 'one']);
  all.clock.pass(1);
  assert.deepEqual(sent(all), ['one', 'one', 'two']);
});

test('too fast is forgotten once everything is out', () => {
  const all = admitted();
  all.client.send('one');
  all.server.refuse(all.server.said.at(-1).id, 'too-fast', { retry_after: 2 });
  all.clock.pass(2);
  all.server.ack(all.server.said.at(-1).id, 1, 1);
  all.client.send('two');
  all.client.send('three');
  all.server.ack(all.server.said.at(-1).id, 2, 2);
  assert.deepEqual(sent(all), ['one', 'one', 'two', 'three']);
});

for (const code of ['muted', 'banned', 'too-long', 'gone', 'unavailable', 'bad-frame', 'from-the-future']) {
  test(`refused with ${code}: shown as refused, and the next one goes out`, () => {
    const all = admitted();
    all.client.send('one');
    all.client.send('two');
    all.server.refuse(all.server.said.at(-1).id, code, { retry_after: 1 });
    const [one] = all.client.state.messages;
    assert.deepEqual([one.delivery, one.error], ['refused', { code, message: `refused: ${code}` }]);
    assert.deepEqual([sent(all), all.client.state.notice], [['one', 'two'], null]);
  });
}

test('a refused one is sent again on request, with the same id, or forgotten', () => {
  const all = admitted();
  all.client.send('one');
  const { id } = all.server.said.at(-1);
  all.server.refuse(id, 'muted');
  all.client.retry(last(all).id);
  assert.deepEqual([all.server.said.at(-1).id, last(all).delivery, last(all).error], [id, 'pending', null]);
  all.server.refuse(id, 'muted');
  all.client.discard(last(all).id);
  assert.deepEqual(all.client.state.messages, []);
});

test('too long for the server is refused here, before it closes the socket', () => {
  const all = stage();
  all.client.send('🙂'.repeat(6));
  all.client.send('🙂'.repeat(5));
  all.client.send('\u0001'.repeat(50));
  all.server.admit({ welcome: { limits: { chars: 5, frame: 300, per_5s: 5 } } });
  all.server.ack(all.server.said.at(-1).id, 1, 1);
  const errors = all.client.state.messages.filter(({ error }) => error).map(({ error }) => error.message);
  assert.deepEqual(errors, ['message has 6 characters; the limit is 5', 'message has 50 characters; the limit is 5']);
  assert.deepEqual(sent(all), ['🙂'.repeat(5)]);
});

test('bytes count too, as they go over the wire', () => {
  const all = admitted({});
  all.server.welcome({ limits: { chars: 2000, frame: 300, per_5s: 5 } });
  all.client.send('\u0001'.repeat(50));
  assert.match(last(all).error.message, /^message has \d+ bytes; the limit is 300$/);
});

test('a message on which the server closes the socket is not sent to it again', () => {
  const all = admitted();
  all.client.send('x'.repeat(1_500));
  all.server.close(1009);
  all.clock.pass(1);
  all.server.admit({ recovered: true });
  assert.deepEqual([sent(all).length, last(all).error.code], [1, 'too-long']);
});

test('a server that forgot that we joined is joined again, and then the message goes out', () => {
  const all = admitted();
  all.client.send('hi');
  all.server.refuse(all.server.said.at(-1).id, 'not-joined');
  all.clock.pass(1);
  all.server.admit({ recovered: true });
  assert.deepEqual([all.server.sockets.length, sent(all)], [2, ['hi', 'hi']]);
});

test('an edit, a deletion and a reaction survive a lost connection like messages', () => {
  const all = admitted();
  all.server.close(1006);
  all.client.edit(3, 'better');
  all.client.remove(4);
  all.client.react(5, '👍', true);
  all.clock.pass(1);
  all.server.admit({ recovered: true });
  for (const seq of [3, 4, 5]) all.server.ack(all.server.said.at(-1).id, seq, seq);
  const wishes = all.server.said.slice(2).map(({ id, ...rest }) => rest);
  assert.deepEqual(wishes, [
    { type: 'edit', seq: 3, text: 'better', room: 'lobby' },
    { type: 'delete', seq: 4, room: 'lobby' },
    { type: 'react', seq: 5, emoji: '👍', on: true, room: 'lobby' },
  ]);
  assert.deepEqual(all.client.state.messages, []);
});

test('a refused edit is a notice until it is dismissed', () => {
  const all = admitted();
  all.client.edit(3, 'better');
  all.server.refuse(all.server.said.at(-1).id, 'not-yours');
  assert.deepEqual(all.client.state.notice, { code: 'not-yours', message: 'refused: not-yours', retryAfter: null });
  all.client.dismissNotice();
  assert.equal(all.client.state.notice, null);
});

test('two hundred wait at most; the next is refused at once', () => {
  const all = stage();
  for (let count = 0; count < 201; count += 1) all.client.send('x');
  const deliveries = all.client.state.messages.map(({ delivery }) => delivery);
  assert.deepEqual([deliveries.lastIndexOf('pending'), deliveries[200]], [199, 'refused']);
});

test('no two requests share an id', () => {
  const all = admitted();
  const other = admitted({ storage: all.storage, seed: 2 });
  for (const { client, server } of [all, other]) {
    client.send('one');
    server.ack(server.said.at(-1).id, 1, 1);
    client.send('two');
  }
  const ids = [...all.server.said, ...other.server.said].map(({ id }) => id).filter(Boolean);
  assert.equal(new Set(ids).size, ids.length);
});
