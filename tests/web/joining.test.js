import assert from 'node:assert/strict';
import test from 'node:test';
import { ANN, FakeStorage, message, messages, stage } from './fakes.js';

test('hello comes first, without a token for somebody new', () => {
  const { server } = stage({ name: 'Ann' });
  server.open();
  assert.deepEqual(server.said, [{ type: 'hello', v: 1, lang: 'en', name: 'Ann' }]);
});

test('a name too long to be read is cut, not a reason to be turned away', () => {
  const { server } = stage({ name: '🙂'.repeat(500) });
  server.open();
  assert.equal(server.said[0].name, '🙂'.repeat(64));
});

test('the token of the welcome is shown the next time', () => {
  const { server, storage } = stage();
  server.admit();
  const next = stage({ storage });
  next.server.open();
  assert.equal(next.server.said[0].token, 'ann-1');
  assert.deepEqual(next.client.state.me, ANN);
});

test('a token is kept for the server that gave it', () => {
  const storage = new FakeStorage();
  storage.setItem('chat-bridge:wss://other.example/ws:identity', JSON.stringify({ token: 'theirs', user: ANN }));
  const { server } = stage({ storage });
  server.open();
  assert.equal('token' in server.said[0], false);
});

test('a bad token is dropped, and a new guest comes in its place', () => {
  const { server, storage } = stage();
  server.admit();
  const next = stage({ storage });
  next.server.open();
  next.server.close(4401, 'no such token');
  next.server.open();
  assert.equal('token' in next.server.said[0], false);
  assert.equal(next.client.state.connection, 'connecting');
});

test('a new guest who is refused too does not try again', () => {
  const { server, storage } = stage();
  server.admit();
  const next = stage({ storage });
  next.server.open();
  next.server.close(4401, 'no such token');
  next.server.open();
  next.server.close(4401, 'guests may not');
  next.clock.pass(600);
  assert.equal(next.server.sockets.length, 2);
  assert.deepEqual(next.client.state.ended, { code: 4401, reason: 'guests may not' });
});

test('somebody who became a new guest wrote nothing of what is there', () => {
  const { client, server } = stage();
  server.admit({ at: 1, seq: 1, frames: [message(1, 1, { from: ANN })] });
  assert.equal(client.state.messages[0].mine, true);
  server.close(4401);
  server.admit({ at: 1, seq: 1, recovered: true, welcome: { user: { ...ANN, id: 'u9' }, token: 'new' } });
  assert.equal(client.state.messages[0].mine, false);
});

test('a token that another tab got meanwhile is not dropped with our old one', () => {
  const { server, storage } = stage();
  server.admit();
  const other = stage({ storage });
  other.server.admit({ welcome: { token: 'newer' } });
  server.close(4401);
  assert.match(storage.getItem('chat-bridge:wss://chat.example/ws:identity'), /newer/);
});

for (const kept of ['{', 'null', '7', '{"token":7}', JSON.stringify({ token: 'x'.repeat(9_000) })]) {
  test(`a kept identity of ${kept.slice(0, 20)} is none`, () => {
    const storage = new FakeStorage();
    storage.setItem('chat-bridge:wss://chat.example/ws:identity', kept);
    const { server } = stage({ storage });
    server.open();
    assert.equal('token' in server.said[0], false);
  });
}

test('the first join asks for the newest, and online is said only when caught up', () => {
  const { client, server } = stage();
  assert.equal(client.state.connection, 'connecting');
  server.open();
  server.welcome();
  assert.deepEqual(Object.keys(server.said[1]), ['type', 'id', 'room']);
  server.join({ at: 2 }, { seq: 2 });
  server.say(...messages(1, 2));
  assert.equal(client.state.connection, 'connecting');
  server.caughtUp(2);
  assert.equal(client.state.connection, 'online');
});

test('who comes back asks for what came after the last change seen', () => {
  const { server, clock } = stage();
  server.admit({ at: 2, seq: 2, frames: messages(1, 2) });
  server.say(message(3, 7));
  server.close(1006);
  clock.pass(1);
  server.open();
  server.welcome();
  const { after, epoch } = server.said[1];
  assert.deepEqual({ after, epoch }, { after: 7, epoch: 'e1' });
});

test('who is cut off while catching up asks for the same again', () => {
  const { server, clock } = stage();
  server.open();
  server.welcome();
  server.join({ at: 90 }, { seq: 90 });
  server.say(...messages(41, 60));
  server.close(1006);
  clock.pass(1);
  server.open();
  server.welcome();
  assert.equal('after' in server.said[1], false);
});

test('live frames between joined and caught-up are shown in their place', () => {
  const { client, server } = stage();
  server.open();
  server.welcome();
  server.join({ at: 2 }, { seq: 2 });
  server.say(message(1), message(3, 9), message(2));
  server.caughtUp(2);
  assert.deepEqual(client.state.messages.map(({ seq }) => seq), [1, 2, 3]);
});

test('not recovered drops messages but nothing of our own that waits', () => {
  const { client, server, clock } = stage();
  server.admit({ at: 2, seq: 2, frames: messages(1, 2) });
  client.send('still here');
  server.close(1006);
  clock.pass(1);
  server.admit({ at: 99, seq: 60, frames: messages(60, 60) });
  assert.deepEqual(client.state.messages.map(({ seq }) => seq), [60, null]);
});

test('a room that does not take us is the end', () => {
  const { client, server, clock } = stage();
  server.open();
  server.welcome();
  server.refuse(server.said[1].id, 'no-such-room');
  clock.pass(600);
  assert.equal(server.sockets.length, 1);
  assert.deepEqual(client.state.ended, { code: 0, reason: 'refused: no-such-room' });
  assert.equal(client.state.notice.code, 'no-such-room');
});

test('a room that cannot take us now is tried again when it said', () => {
  const { client, server, clock } = stage();
  server.open();
  server.welcome();
  server.refuse(server.said[1].id, 'unavailable', { retry_after: 8 });
  assert.equal(client.state.retryAt, clock.ms + 8_000);
  clock.pass(8);
  assert.equal(server.sockets.length, 2);
});

test('an answer to an older join is not taken for the newest', () => {
  const { client, server } = stage();
  server.open();
  server.welcome();
  server.join({ id: 'older' }, { seq: 2 });
  assert.equal(client.state.room, null);
});

test('frames of another room are not ours', () => {
  const { client, server } = stage();
  server.admit();
  server.say(message(1, 1, { room: 'cellar' }), { type: 'room', room: { name: 'cellar', title: 'Cellar' }, at: 9 });
  assert.deepEqual([client.state.messages, client.state.room.title], [[], 'Lobby']);
});

test('frames and fields that we do not know change nothing', () => {
  const { client, server } = stage();
  server.admit();
  const before = client.state;
  server.say({ type: 'from-the-future', room: 'lobby' });
  server.raw('not even JSON');
  server.raw(new ArrayBuffer(8));
  assert.equal(client.state, before);
});

test('the people here come with the room and go with presence', () => {
  const { client, server } = stage();
  server.open();
  server.welcome();
  server.join({ members: [{ id: 'u2', name: '小明', lang: 'zh' }, { id: 'u3', name: 'Bo', lang: 'en' }] });
  server.say({ type: 'presence', room: 'lobby', joined: [{ id: 'u2', name: '大明', lang: 'zh' }], left: ['u3'] });
  assert.deepEqual(client.state.members, [{ id: 'u2', name: '大明', lang: 'zh' }]);
});

test('a room that is renamed is shown by its new name', () => {
  const { client, server } = stage();
  server.admit();
  server.say({ type: 'room', room: { name: 'lobby', title: 'The lobby' }, at: 3 });
  assert.deepEqual(client.state.room, { name: 'lobby', title: 'The lobby' });
});
