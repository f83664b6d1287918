import assert from 'node:assert/strict';
import test from 'node:test';
import { isTag, nearest, tidy } from '../../web/client/langs.js';

const OFFERED = ['en', 'nb', 'pt', 'pt-BR', 'tl', 'zh', 'zh-Hant'].map((code) => ({ code }));
const NEAREST = [
  ['en', 'en'], ['en-US', 'en'], ['zh-CN', 'zh'], ['zh-Hans-SG', 'zh'], ['zh-TW', 'zh-Hant'], ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'], ['pt-BR', 'pt-BR'], ['pt-PT', 'pt'], ['no', 'nb'], ['no-NO', 'nb'], ['fil-PH', 'tl'], ['tlh', 'tlh'],
];
for (const [asked, found] of NEAREST) {
  test(`a reader of ${asked} is given ${found}`, () => assert.equal(nearest(asked, OFFERED), found));
}

test('traditional Chinese is given simplified before nothing', () => {
  assert.equal(nearest('zh-TW', [{ code: 'zh' }]), 'zh');
});

test('what Intl would throw at is no tag', () => {
  for (const tag of ['', 'a', '<b>', 'en_US', 'abcd', 'x-y']) assert.equal(isTag(tag), false);
});

test('extensions of a tag are not sent', () => {
  assert.equal(tidy('zh-Hans-CN-u-nu-hanidec'), 'zh-Hans-CN');
  assert.equal(tidy('no such tag'), null);
});
