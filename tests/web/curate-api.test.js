import assert from 'node:assert/strict';
import test from 'node:test';
import { address, Api, path } from '../../web/curate/state/api.js';

const SESSION = { user: { id: 'u', name: 'Mei', role: 'curator', rooms: {} }, csrf: 'secret' };
const refusal = (status, code, message = 'why') => Response.json({ error: { code, message } }, { status });

/** A server that answers each request with the next of `answers`. */
function stage(answers, onsignedout) {
  const asked = [];
  const fetch = async (where, init) => {
    asked.push({ where, ...init });
    const answer = answers[asked.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const api = new Api({ fetch, ...(onsignedout ? { onsignedout } : {}) });
  api.signedIn(SESSION);
  return { api, asked };
}

test('what changes something carries the key of the session, what only looks does not', async () => {
  const { api, asked } = stage([Response.json({}), Response.json({})]);
  await api.get('/proposals', { lang: 'zh', kind: '', before: null });
  await api.send('POST', '/proposals/1/claim');
  assert.equal(asked[0].where, '/api/v1/proposals?lang=zh');
  assert.deepEqual([asked[0].headers['X-CSRF-Token'], asked[1].headers['X-CSRF-Token']], [undefined, 'secret']);
  assert.deepEqual([asked[0].credentials, asked[1].method, asked[1].body], ['same-origin', 'POST', undefined]);
});

test('an answer without a body is nothing', async () => {
  const { api } = stage([new Response(null, { status: 204 })]);
  assert.equal(await api.send('DELETE', '/session'), null);
});

test('a refusal keeps its code, its words and all that the server said', async () => {
  const { api } = stage([refusal(409, 'conflict')]);
  await assert.rejects(api.get('/x'), ({ code, message, status, body }) => code === 'conflict' && message === 'why' && status === 409 && body.error.code === 'conflict');
});

const SILENCES = { 'no connection': new TypeError('failed to fetch'), 'no JSON': new Response('<html>') };
for (const [what, answer] of Object.entries(SILENCES)) {
  test(`${what} is no answer`, () => assert.rejects(stage([answer]).api.get('/x'), { code: 'no-answer', status: 0 }));
}

test('a refusal that is no JSON has the number for a code', () => assert.rejects(stage([new Response('oops', { status: 502 })]).api.get('/x'), { code: 'http-502' }));

test('after signing in again the same request is asked once more, with the new key', async () => {
  const { api, asked } = stage([refusal(401, 'signed-out'), Response.json({ ok: 1 })], async () => {
    api.signedIn({ ...SESSION, csrf: 'newer' });
    return true;
  });
  assert.deepEqual(await api.send('PUT', '/x', { a: 1 }), { ok: 1 });
  assert.deepEqual([asked.length, asked[1].headers['X-CSRF-Token'], asked[1].body], [2, 'newer', '{"a":1}']);
});

test('whoever does not sign in again is told why nothing happened', async () => {
  const { api, asked } = stage([refusal(401, 'signed-out')], async () => false);
  await assert.rejects(api.get('/x'), { code: 'signed-out' });
  assert.equal(asked.length, 1);
});

test('asking who is signed in opens no dialog', async () => {
  const { api } = stage([refusal(401, 'signed-out')], () => assert.fail('asked to sign in'));
  await assert.rejects(api.get('/session', {}, { quiet: true }), { code: 'signed-out' });
});

test('ids cannot lead to another address', () => {
  assert.equal(path('zh', 'idiom', 'a?b#c'), '/zh/idiom/a%3Fb%23c');
  assert.equal(address('/entries', { q: 'a&b=c' }), '/api/v1/entries?q=a%26b%3Dc');
});

test('a file is sent as it is', async () => {
  const { api, asked } = stage([Response.json({})]);
  const file = new Blob(['term,gloss']);
  await api.send('POST', '/glossary/import', file, { query: { format: 'csv' } });
  assert.equal(asked[0].body, file);
  assert.equal(asked[0].headers['Content-Type'], 'application/octet-stream');
});
