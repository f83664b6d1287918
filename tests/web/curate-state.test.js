import assert from 'node:assert/strict';
import test from 'node:test';
import { blank } from '../../web/curate/state/entry.js';
import { can, may } from '../../web/curate/state/powers.js';
import { added, changed, decided, headline, neighbour, nextAfter, NOTHING } from '../../web/curate/state/queue.js';
import { hashOf, routeOf, welcomeToken } from '../../web/curate/state/routes.js';
import { textDiff } from '../../web/curate/state/text-diff.js';
import { disputed, resolved, WHOLE } from '../../web/curate/state/three-way.js';

const SNAKE = { ...blank('zh', '画蛇添足'), id: 'zh/idiom/hua-she-tian-zu', for: { en: { gloss: 'to overdo', equivalent: null, literal: null, body: null, example: null } } };

const ROUTES = ['#/queue', '#/queue/17?lang=zh', '#/entries/zh/idiom/x/history', '#/entries/new?term=%E7%94%BB'];
for (const hash of ROUTES) test(`${hash} is a route and back`, () => assert.equal(hashOf(routeOf(hash)), hash));

test('no part of a route can become another part', () => {
  const route = { path: ['changes', 'a/b?c#d'], query: { name: 'x&y=z' } };
  assert.deepEqual(routeOf(hashOf(route)), route);
  assert.deepEqual(routeOf('#/a%'), { path: ['a%'], query: {} });
});

test('a one-time link is told from a route', () => {
  assert.equal(welcomeToken('#welcome=aB3-_x'), 'aB3-_x');
  assert.deepEqual(['', '#/queue', '#welcome=', '#welcome=<b>', '#/welcome=x'].map(welcomeToken), [null, null, null, null, null]);
});

test('each role may do what those below it may', () => {
  assert.deepEqual(['guest', 'member', 'curator', 'moderator', 'admin'].map((role) => [may(role, 'curate'), may(role, 'moderate'), may(role, 'administer')]), [
    [false, false, false], [false, false, false], [true, false, false], [true, true, false], [true, true, true]]);
});

test('a role in one room counts there', () => {
  const user = { id: 'u', name: 'Ann', role: 'member', rooms: { tea: 'moderator' } };
  assert.deepEqual([can(user, 'moderate'), can(user, 'moderate', 'tea'), can(user, 'moderate', 'lobby'), can(user, 'moderate', 'any'), can(user, 'administer', 'any')], [false, true, false, true, false]);
});

const proposal = (id, fields = {}) => ({ id, kind: 'note', claim: null, mine: false, matter: {}, ...fields });
const COUNTS = { open: 3, note: 3, translation: 0, dispute: 0 };
const QUEUE = added(NOTHING, { proposals: [proposal(1), proposal(2, { claim: { by: { id: 'ling' } } }), proposal(3)], counts: COUNTS, more: true });

test('pages join without doubles', () => {
  const more = added(QUEUE, { proposals: [proposal(3), proposal(4)], counts: COUNTS, more: false });
  assert.deepEqual([more.proposals.map(({ id }) => id), more.more], [[1, 2, 3, 4], false]);
});

test('after one is decided comes the next that nobody else is at', () => {
  assert.equal(nextAfter(QUEUE, 1, 'mei'), 3);
  assert.equal(nextAfter(QUEUE, 1, 'ling'), 2);
  assert.equal(nextAfter(QUEUE, 3, 'mei'), 1);
});

test('when others are at all the rest, theirs comes, and after the last one nothing', () => {
  const two = decided(decided(QUEUE, 1), 3);
  assert.equal(nextAfter(QUEUE, 99, 'mei'), 1);
  assert.equal(nextAfter(decided(QUEUE, 3), 1, 'mei'), 2);
  assert.equal(nextAfter(two, 2, 'mei'), null);
});

test('what is decided leaves the list and the counts', () => {
  const left = decided(QUEUE, 2);
  assert.deepEqual([left.proposals.map(({ id }) => id), left.counts], [[1, 3], { open: 2, note: 2, translation: 0, dispute: 0 }]);
});

test('a claim shows in its line and changes no other', () => {
  const mine = changed(QUEUE, proposal(1, { claim: { by: { id: 'mei' } } }));
  assert.equal(mine.proposals[0].claim.by.id, 'mei');
  assert.equal(mine.proposals[1], QUEUE.proposals[1]);
});

test('the list has ends', () => {
  assert.deepEqual([neighbour(QUEUE, 1, -1), neighbour(QUEUE, 3, 1), neighbour(QUEUE, 2, 1), neighbour(QUEUE, null, 1), neighbour(NOTHING, null, 1)], [1, 3, 3, 1, null]);
});

test('each kind of proposal has a line of its own', () => {
  const line = headline(proposal(1, { kind: 'translation', matter: { source: '我没懂。', better: 'I did not get it.', source_lang: 'zh', target_lang: 'en' } }));
  assert.deepEqual(line, { text: '我没懂。', lang: 'zh', under: 'I did not get it.', underLang: 'en' });
  assert.equal(headline(proposal(1, { kind: 'dispute', matter: { entry: 'zh/idiom/x', term: '画', why: 'a' } })).lang, 'zh');
});

const whole = (pieces, what) => pieces.filter((piece) => piece.what !== what).map(({ text }) => text).join('');
const PAIRS = [['I do not understand it.', "I didn't get it."], ['', 'new'], ['old', ''], ['这个蛋糕绝绝子！', '这个蛋糕棒极了！'], ['same', 'same'], ['a '.repeat(700), 'b '.repeat(700)]];
for (const [before, after] of PAIRS) {
  test(`the pieces of "${before.slice(0, 20)}" and "${after.slice(0, 20)}" make both texts again`, () => {
    const pieces = textDiff(before, after);
    assert.deepEqual([whole(pieces, 'new'), whole(pieces, 'gone')], [before, after]);
  });
}

test('only the words that differ are marked', () => {
  assert.deepEqual(textDiff('This cake is good', 'This cake is great'), [{ text: 'This cake is ', what: 'same' }, { text: 'good', what: 'gone' }, { text: 'great', what: 'new' }]);
});

const conflict = { yours: { ...SNAKE, tone: 'mine' }, theirs: { ...SNAKE, tone: 'theirs', for: {} }, merged: { ...SNAKE, tone: 'mine', kind: 'slang' }, fields: ['tone', 'for.en'] };

test('what nobody chose is mine, and what did not contradict is merged', () => {
  assert.deepEqual(resolved(conflict, {}), { ...SNAKE, tone: 'mine', kind: 'slang' });
  assert.deepEqual(resolved(conflict, { tone: 'theirs', 'for.en': 'theirs' }), { ...SNAKE, tone: 'theirs', kind: 'slang', for: {} });
});

test('where one side deleted the entry, it is all or nothing', () => {
  const gone = { ...conflict, theirs: null };
  assert.deepEqual(disputed(gone), [WHOLE]);
  assert.equal(resolved(gone, { [WHOLE]: 'theirs' }), null);
  assert.equal(resolved(gone, {}), gone.yours);
});
