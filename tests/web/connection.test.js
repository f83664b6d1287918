import assert from 'node:assert/strict';
import test from 'node:test';
import { ChatClient } from '../../web/client/chat-client.js';
import { stage } from './fakes.js';

function admitted(options) {
  const all = stage(options);
  all.server.admit();
  return all;
}

const MOST = () => 0.999_999;

/** Until the next try, and not a moment longer. */
function wait({ client, clock }) {
  const seconds = (client.state.retryAt - clock.ms) / 1_000;
  clock.pass(seconds);
  return Math.round(seconds * 10) / 10;
}

test('a lost connection comes back, later and later', () => {
  const all = stage({ random: MOST });
  const pauses = [];
  for (let round = 0; round < 8; round += 1) {
    all.server.close(1006);
    assert.equal(all.client.state.connection, 'waiting');
    pauses.push(wait(all));
  }
  assert.deepEqual(pauses, [0.5, 1, 2, 4, 8, 16, 30, 30]);
  assert.equal(all.server.sockets.length, 9);
});

test('ten calm seconds make the next pause short again', () => {
  const all = stage({ random: MOST });
  for (let round = 0; round < 5; round += 1) {
    all.server.close(1006);
    wait(all);
  }
  all.server.admit();
  all.clock.pass(10);
  all.server.close(1006);
  assert.equal(wait(all), 0.5);
});

test('a connection that breaks sooner does not', () => {
  const all = stage({ random: MOST });
  for (let round = 0; round < 5; round += 1) {
    all.server.close(1006);
    wait(all);
  }
  all.server.admit();
  all.clock.pass(9.9);
  all.server.close(1006);
  assert.equal(wait(all), 16);
});

for (const code of [1001, 1012]) {
  test(`after ${code} we come back at once`, () => {
    const { server, clock } = admitted({ random: MOST });
    server.close(code);
    clock.pass(0.5);
    assert.equal(server.sockets.length, 2);
  });
}

for (const code of [1013, 4429]) {
  test(`after ${code} we leave the server alone for five seconds`, () => {
    const { server, clock } = admitted({ random: () => 0 });
    server.close(code);
    clock.pass(4.9);
    assert.equal(server.sockets.length, 1);
    clock.pass(0.1);
    assert.equal(server.sockets.length, 2);
  });
}

for (const code of [4400, 4403, 4409]) {
  test(`after ${code} we do not come back, until started again`, () => {
    const { client, server, clock } = admitted();
    server.close(code, 'because');
    clock.pass(3_600);
    assert.deepEqual([server.sockets.length, client.state.connection], [1, 'ended']);
    assert.deepEqual(client.state.ended, { code, reason: 'because' });
    client.start();
    assert.deepEqual([server.sockets.length, client.state.ended], [2, null]);
  });
}

test('a reader closed as too slow comes back and asks for what is missing', () => {
  const { server, clock } = admitted();
  server.close(4408);
  clock.pass(1);
  server.open();
  server.welcome();
  assert.equal(server.said[1].after, 0);
});

test('a socket that is silent for two and a half beats is dead', () => {
  const { client, server, clock } = stage();
  server.admit({ welcome: { beat: 10 } });
  clock.pass(24.9);
  assert.equal(client.state.connection, 'online');
  clock.pass(0.2);
  assert.deepEqual([client.state.connection, server.socket.readyState], ['waiting', 3]);
});

test('beats keep it alive', () => {
  const { client, server, clock } = stage();
  server.admit({ welcome: { beat: 10 } });
  for (let beat = 0; beat < 20; beat += 1) {
    clock.pass(10);
    server.say({ type: 'beat' });
  }
  assert.deepEqual([client.state.connection, server.sockets.length], ['online', 1]);
});

test('a socket that never opens, or a room that is never caught up, is tried anew', () => {
  const all = stage({ random: MOST });
  all.clock.pass(20);
  assert.equal(wait(all), 0.5);
  all.server.open();
  all.server.welcome({ beat: 600 });
  all.server.join();
  all.clock.pass(20);
  assert.equal(wait(all), 1);
});

test('what an abandoned socket still says is not heard', () => {
  const { client, server, clock } = admitted();
  const old = server.socket;
  clock.pass(100);
  server.admit({ recovered: true });
  old.onmessage({ data: JSON.stringify({ type: 'room', room: { name: 'lobby', title: 'Old' }, at: 99 }) });
  old.onclose({ code: 4403, reason: '' });
  assert.deepEqual([client.state.room.title, client.state.connection], ['Lobby', 'online']);
});

test('when the network is back, or on request, we do not wait', () => {
  for (const hurry of [({ page }) => page.say('online'), ({ client }) => client.reconnect(), ({ page }) => page.hide(false)]) {
    const all = admitted();
    all.server.close(1013);
    hurry(all);
    assert.equal(all.server.sockets.length, 2);
  }
});

test('hurrying while connected changes nothing', () => {
  const { client, server, page } = admitted();
  client.reconnect();
  page.say('online');
  page.hide(false);
  assert.deepEqual([server.sockets.length, client.state.connection], [1, 'online']);
});

test('a connection over a network that went away and came back is made anew', () => {
  const { server, page } = admitted();
  page.say('offline');
  assert.equal(server.sockets.length, 1);
  page.say('online');
  assert.equal(server.sockets.length, 2);
});

test('while the network is away, or the page hidden, we try seldom', () => {
  for (const away of [(page) => page.say('offline'), (page) => page.hide(true)]) {
    const { server, page, clock } = admitted();
    away(page);
    server.close(1006);
    clock.pass(1);
    server.close(1006);
    clock.pass(29.9);
    assert.equal(server.sockets.length, 2);
  }
});

test('a page that was asleep with its machine notices a dead socket when looked at', () => {
  const { server, page, clock } = admitted();
  page.hide(true);
  clock.ms += 3_600_000;
  page.hide(false);
  assert.equal(server.sockets.length, 2);
});

test('stop ends everything that was started', () => {
  const { client, server, clock, page } = admitted();
  client.send('one');
  client.markRead(3);
  client.typing();
  client.stop();
  assert.deepEqual([clock.running, server.socket.readyState, client.state.connection], [0, 3, 'idle']);
  page.say('online');
  clock.pass(600);
  assert.equal(server.sockets.length, 1);
});

test('stop while waiting ends the waiting', () => {
  const { client, server, clock } = admitted();
  server.close(1006);
  client.stop();
  assert.deepEqual([clock.running, client.state.retryAt], [0, null]);
});

test('start twice is start once', () => {
  const { client, server } = admitted();
  client.start();
  assert.equal(server.sockets.length, 1);
});

test('start after stop goes on where it was', () => {
  const { client, server } = admitted();
  client.stop();
  client.start();
  server.open();
  server.welcome();
  assert.deepEqual([server.said[1].after, server.said[1].epoch], [0, 'e1']);
});

test('a timer that watches something run out ends with it', () => {
  const { clock, server } = admitted();
  const quiet = clock.running;
  server.say({ type: 'typing', room: 'lobby', user: { id: 'u2', name: '小明' } });
  for (let beat = 0; beat < 5; beat += 1) {
    clock.pass(20);
    server.say({ type: 'beat' });
  }
  assert.equal(clock.running <= quiet, true);
});

test('an address that is none ends at once and says so', () => {
  const Socket = class {
    constructor() {
      throw new SyntaxError('The URL is invalid.');
    }
  };
  const client = new ChatClient({ url: 'nonsense', room: 'lobby', lang: 'en', storage: null, WebSocket: Socket });
  client.start();
  assert.deepEqual(client.state.ended, { code: 0, reason: 'The URL is invalid.' });
  client.stop();
});

test('change is said for each change, with a new snapshot', () => {
  const { client, server } = admitted();
  const seen = new Set([client.state]);
  client.addEventListener('change', () => seen.add(client.state));
  client.send('one');
  server.say({ type: 'presence', room: 'lobby', joined: [{ id: 'u2', name: '小明', lang: 'zh' }], left: [] });
  assert.equal(seen.size, 3);
});

test('a snapshot cannot be changed', () => {
  const { client } = admitted();
  assert.throws(() => { client.state.connection = 'ended'; }, TypeError);
  assert.throws(() => client.state.messages.push({}), TypeError);
});
