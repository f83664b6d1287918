import assert from 'node:assert/strict';
import test from 'node:test';
import { blank, cardOf, fieldIn, fieldOf, flat, idFrom, isSame, needs, tidy, withField } from '../../web/curate/state/entry.js';

const TOLD = { gloss: 'to overdo', equivalent: 'to gild the lily', literal: null, body: null, example: null };
const SNAKE = {
  ...blank('zh', '画蛇添足'), id: 'zh/idiom/hua-she-tian-zu', kind: 'idiom', hits: ['别画蛇添足了。'], for: { en: TOLD },
};

test('blanks and empty lines are cut off, empty texts are nothing', () => {
  const typed = { ...SNAKE, term: ' 画蛇添足 ', hits: [' 别画蛇添足了。', '', '  '], tone: ' ', for: { en: TOLD, zh: { ...TOLD, gloss: ' ', equivalent: '' } } };
  assert.deepEqual(tidy(typed), SNAKE);
});

test('readers who are told nothing are left out, those told without a meaning stay and are complained about', () => {
  const half = withField(SNAKE, 'for.zh.body', 'A story');
  assert.deepEqual(needs(tidy(half)), { 'for.zh.gloss': 'needGloss' });
  assert.deepEqual(Object.keys(tidy(withField(half, 'for.zh.body', ' ')).for), ['en']);
});

test('a blank entry says all that it needs', () => {
  assert.deepEqual(needs(tidy(blank('en'))), { term: 'needTerm', id: 'needId', hits: 'needHit', 'for.zh.gloss': 'needReaders' });
  assert.deepEqual(needs(SNAKE), {});
});

test('what differs only in blanks or in the order of fields is the same', () => {
  const { term, ...others } = SNAKE;
  assert.ok(isSame({ ...others, term: `${term} ` }, SNAKE));
  assert.ok(!isSame({ ...SNAKE, literal_ok: 0.5 }, SNAKE));
  assert.ok(!isSame(SNAKE, null));
});

test('fields of readers are named with their language, and set without touching others', () => {
  assert.equal(flat(SNAKE)['for.en.gloss'], 'to overdo');
  const changed = withField(SNAKE, 'for.en.gloss', 'to ruin');
  assert.deepEqual([fieldOf(changed, 'for.en.gloss'), fieldOf(changed, 'for.en.equivalent'), fieldOf(SNAKE, 'for.en.gloss')], ['to ruin', 'to gild the lily', 'to overdo']);
  assert.equal(fieldOf(changed, 'for.fr.gloss'), null);
  assert.deepEqual(withField(changed, 'for.en', null).for, {});
});

test('the card says what its readers are told, and nothing to others', () => {
  const literal = { ...SNAKE, literal: 'to draw a snake and add feet' };
  assert.deepEqual([cardOf(literal, 'en').gloss, cardOf(literal, 'en').literal, cardOf(literal, 'zh').gloss], ['to overdo', 'to draw a snake and add feet', null]);
});

const IDS = [['huà shé tiān zú', 'hua-she-tian-zu'], ["pull [one's] leg", 'pull-ones-leg'], ['lǜ chá', 'lu-cha'], ['画蛇添足', '']];
for (const [text, id] of IDS) test(`${text} makes the id "${id}"`, () => assert.equal(idFrom(text), id));

test('a refusal is put beside the field that it names', () => {
  const fields = ['hits', 'for.en.gloss', 'term'];
  assert.equal(fieldIn('add `hits`: at least one sentence', fields), 'hits');
  assert.equal(fieldIn('for.en.gloss is empty: say in a few words', fields), 'for.en.gloss');
  assert.equal(fieldIn('something else entirely', fields), null);
});
