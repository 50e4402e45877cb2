import { expect, it } from 'vitest';
import { changeOf } from './open-links.ts';

it('a mail in the mailbox opens its links in tabs, whether it has a head or none', () => {
  const html = changeOf('/api/email/abc/html')!;
  expect(html('<!doctype html><html><head lang="en"><title>a</title></head>')).toBe(
    '<!doctype html><html><head lang="en"><base target="_blank"><title>a</title></head>',
  );
  expect(html('<header><a href="x">a</a></header>')).toBe(
    '<header><a href="x">a</a></header><base target="_blank">',
  );
});

it('the frame around it lets tabs open, and still no script run', () => {
  const script = changeOf('/assets/index-1.js')!;
  expect(script('{srcDoc:a,sandbox:"allow-same-origin",title:"t"}')).toBe(
    '{srcDoc:a,sandbox:"allow-same-origin allow-popups allow-popups-to-escape-sandbox",title:"t"}',
  );
});

it.each(['/', '/api/email', '/api/email/abc', '/api/email/abc/source', '/assets/index.css'])(
  '%s goes through as it is',
  (path) => expect(changeOf(path)).toBeNull(),
);
