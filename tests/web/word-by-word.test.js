import assert from 'node:assert/strict';
import test from 'node:test';
import { WordByWord } from '../../web/element/reading.js';

/** What is offered to who reads `lang`. */
function offered(lang, pinyin, face) {
  const reading = new WordByWord({ lang: () => lang, preferences: { choices: { pinyin, doubtful: 'marked' } } });
  return reading.offers({ kind: 'original', lang: 'zh', runs: [{ text: '喝茶' }], ...face });
}

test('Chinese can be read word by word by who does not read it', () => {
  assert.deepEqual([offered('en', false, {}), offered('de', false, { lang: 'zh-Hant' })], [true, true]);
});

test('who reads Chinese is not troubled, unless they want pinyin', () => {
  assert.deepEqual([offered('zh', false, {}), offered('zh-Hant', false, {}), offered('zh', true, {})], [false, false, true]);
});

test('Chinese words in a text of another language can be opened too', () => {
  assert.equal(offered('en', false, { lang: 'en', runs: [{ text: 'I like 茶' }] }), true);
});

test('Japanese and what has no Chinese in it is left alone', () => {
  assert.deepEqual([
    offered('en', false, { lang: 'ja', runs: [{ text: '日本' }] }),
    offered('en', true, { lang: 'en', runs: [{ text: 'tea' }] }),
    offered('en', true, { runs: [{ text: '@小明', kind: 'mention' }] }),
  ], [false, false, false]);
});

test('a text that the server has explained word by word is not explained twice', () => {
  assert.equal(offered('en', true, { words: [{ text: '喝', reading: 'hē', meaning: null }] }), false);
});
