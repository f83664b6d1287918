import assert from 'node:assert/strict';
import test from 'node:test';
import { safeHref } from '../../web/client/links.js';

const LINKS = [
  ['https://x.cn', 'https://x.cn/'],
  ['http://x.cn/a?b#c', 'http://x.cn/a?b#c'],
  ['HTTPS://X.CN', 'https://x.cn/'],
  ['www.x.cn', 'https://www.x.cn/'],
  ['mailto:a@x.cn', 'mailto:a@x.cn'],
  ['ann@x.cn', 'mailto:ann@x.cn'],
  ['https://аррӏе.com', 'https://xn--80ak6aa92e.com/'],
];
for (const [text, href] of LINKS) {
  test(`${text} links to ${href}`, () => assert.equal(safeHref(text), href));
}

const NO_LINKS = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\tjava\nscript:alert(1)', ' https://x.cn',
  'data:text/html,x', 'vbscript:x', 'blob:https://x.cn/1', 'file:///etc/passwd', 'ftp://x.cn', '//x.cn', '/x', 'x.cn',
  'https://', 'https://bank.example@evil.example', 'https://a:b@x.cn', 'ht\ntps://x.cn', '', 'a@b@c.d', 'a@x.cn?body=x',
];
for (const text of NO_LINKS) {
  test(`${JSON.stringify(text)} stays plain`, () => assert.equal(safeHref(text), null));
}
