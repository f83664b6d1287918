import assert from 'node:assert/strict';
import test from 'node:test';
import { FakeClock, FakeStorage, stage } from './fakes.js';

const sent = (...servers) => servers.flatMap((server) => server.heard('send').map(({ text }) => text));

/** Another page in the same browser. */
const tab = ({ storage, clock }, seed) => stage({ storage, clock, seed });

test('what waits survives a reload, in order and with its ids', () => {
  const first = stage();
  first.client.send('one');
  first.client.send('two', 7);
  first.page.say('pagehide');
  const second = tab(first, 2);
  assert.deepEqual(second.words(), ['one', 'two']);
  assert.deepEqual(second.client.state.messages.map(({ id }) => id), first.client.state.messages.map(({ id }) => id));
  second.server.admit();
  second.server.ack(second.server.said.at(-1).id, 1, 1);
  assert.deepEqual([sent(second.server), second.server.said.at(-1).reply_to], [['one', 'two'], 7]);
});

test('a refused message survives a reload as refused', () => {
  const first = stage();
  first.client.send('one');
  first.server.admit();
  first.server.refuse(first.server.said.at(-1).id, 'muted');
  first.page.say('pagehide');
  const second = tab(first, 2);
  assert.deepEqual(second.client.state.messages[0].error, { code: 'muted', message: 'refused: muted' });
});

test('edits survive a reload too', () => {
  const first = stage();
  first.client.edit(3, 'better');
  first.page.say('pagehide');
  const second = tab(first, 2);
  second.server.admit();
  assert.deepEqual(second.server.heard('edit').map(({ seq, text }) => [seq, text]), [[3, 'better']]);
});

test('what was acked is not sent again after a reload', () => {
  const first = stage();
  first.client.send('one');
  first.server.admit();
  first.server.ack(first.server.said.at(-1).id, 1, 1);
  first.page.say('pagehide');
  const second = tab(first, 2);
  second.server.admit();
  assert.deepEqual(sent(second.server), []);
});

test('a tab that lives keeps its own messages', () => {
  const first = stage();
  first.client.send('one');
  const second = tab(first, 2);
  first.clock.pass(600);
  assert.deepEqual([first.words(), second.words()], [['one'], []]);
});

test('two tabs keep both their messages', () => {
  const first = stage();
  const second = tab(first, 2);
  first.client.send('one');
  second.client.send('two');
  first.page.say('pagehide');
  second.page.say('pagehide');
  assert.deepEqual(tab(first, 3).words().sort(), ['one', 'two']);
});

test('what a crashed tab left is taken over by one of the others', () => {
  const storage = new FakeStorage();
  const crashed = stage({ storage });
  crashed.client.send('one');
  const clock = new FakeClock();
  const second = stage({ storage, clock, seed: 2 });
  const third = stage({ storage, clock, seed: 3 });
  assert.deepEqual([second.words(), third.words()], [[], []]);
  clock.pass(200);
  assert.deepEqual([...second.words(), ...third.words()], ['one']);
});

test('what two tabs both took over is sent under one id, so the server keeps it once', () => {
  const first = stage();
  first.client.send('one');
  first.page.say('pagehide');
  const copy = new FakeStorage();
  copy.kept = new Map(first.storage.kept);
  const second = tab(first, 2);
  const third = tab({ storage: copy, clock: first.clock }, 3);
  second.server.admit();
  third.server.admit();
  assert.equal(second.server.said.at(-1).id, third.server.said.at(-1).id);
});

test('a page back from the back-forward cache still has its messages', () => {
  const first = stage();
  first.client.send('one');
  first.page.say('pagehide');
  first.page.say('pageshow');
  assert.deepEqual([first.words(), tab(first, 2).words()], [['one'], []]);
});

test('stop leaves what waits in the storage, start takes it up again', () => {
  const { client, server, words } = stage();
  client.send('one');
  client.stop();
  assert.deepEqual(words(), ['one']);
  client.start();
  server.admit();
  assert.deepEqual(sent(server), ['one']);
});

test('what a stopped client leaves, the next one takes up at once', () => {
  const first = stage();
  first.client.send('one');
  first.client.stop();
  assert.deepEqual(tab(first, 2).words(), ['one']);
});

test('a tab that slept does not write over what another put into its slot', () => {
  const storage = new FakeStorage();
  const sleeper = stage({ storage });
  sleeper.client.send('one');
  const clock = new FakeClock();
  clock.pass(200);
  const heir = stage({ storage, clock, seed: 2 });
  const third = stage({ storage, clock, seed: 3 });
  third.client.send('three');
  sleeper.client.send('two');
  heir.page.say('pagehide');
  third.page.say('pagehide');
  sleeper.page.say('pagehide');
  assert.deepEqual(stage({ storage, clock, seed: 4 }).words().sort(), ['one', 'three', 'two']);
});

test('what is written before start waits', () => {
  const all = stage();
  all.client.stop();
  all.client.send('one');
  assert.deepEqual([all.words(), all.client.state.connection], [['one'], 'idle']);
});

test('more tabs than slots lose nothing while they are open', () => {
  const first = stage();
  const tabs = Array.from({ length: 12 }, (_, seed) => tab(first, seed + 10));
  tabs.forEach(({ client }, place) => client.send(`${place}`));
  tabs.forEach(({ server }) => server.admit());
  assert.deepEqual(tabs.flatMap(({ server }) => sent(server)), tabs.map((_, place) => `${place}`));
});

test('an empty outbox leaves nothing in the storage', () => {
  const { client, storage } = stage();
  client.send('one');
  client.discard(client.state.messages[0].id);
  assert.deepEqual([...storage.kept.keys()], []);
});

test('a clock that was wrong does not bury what was left', () => {
  const first = stage();
  first.clock.ms += 1e10;
  first.client.send('one');
  const clock = new FakeClock();
  assert.deepEqual(tab({ storage: first.storage, clock }, 2).words(), ['one']);
});

const refusing = () => {
  throw new DOMException('no', 'QuotaExceededError');
};
const STORAGES = {
  'that is not there': () => null,
  'that is blocked': () => ({ getItem: refusing, setItem: refusing, removeItem: refusing }),
  'that is full': () => ({ getItem: () => null, setItem: refusing, removeItem: () => {} }),
  'that answers nonsense': () => ({ getItem: () => '{"owner":"x","seen":0,"items":[7,{},{"request":{"id":1}}]}', setItem: () => {}, removeItem: () => {} }),
};
for (const [name, make] of Object.entries(STORAGES)) {
  test(`with a storage ${name} one can talk all the same`, () => {
    const { client, server, words } = stage({ storage: make() });
    client.send('one');
    server.admit();
    server.close(1006);
    client.stop();
    client.start();
    server.admit();
    assert.deepEqual([words(), sent(server)], [['one'], ['one', 'one']]);
  });
}

test('what somebody else wrote into our slot is no request', () => {
  const storage = new FakeStorage();
  const bad = [
    { request: { type: 'send', id: 'x'.repeat(65), room: 'lobby', text: 'a' }, written: 1 },
    { request: { type: 'send', id: 'a', room: 'lobby', text: 7 }, written: 1 },
    { request: { type: 'hello', id: 'b', room: 'lobby' }, written: 1 },
    { request: { type: 'send', id: 'c', room: 'lobby', text: 'a' }, written: 1e300 },
    { request: { type: 'react', id: 'd', room: 'lobby', seq: 1, emoji: '👍', on: 'yes' }, written: 1 },
    { request: { type: 'send', id: 'e', room: 'lobby', text: 'good', reply_to: 'x', onclick: 1 }, written: 1 },
  ];
  storage.setItem('chat-bridge:wss://chat.example/ws:lobby:outbox:3', JSON.stringify({ owner: 'x', seen: 0, items: bad }));
  const { server, words } = stage({ storage });
  server.admit();
  assert.deepEqual(words(), ['good']);
  assert.deepEqual(server.said.at(-1), { type: 'send', id: 'e', room: 'lobby', text: 'good' });
});
