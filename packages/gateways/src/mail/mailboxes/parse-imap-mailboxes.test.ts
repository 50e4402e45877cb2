import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseImapMailboxes } from './parse-imap-mailboxes.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailboxes-'));
const SECRET = 'a-password-of-the-tests';
const mailbox = { name: 'm', host: 'imap.example.test', user: 'adieu', password: SECRET };

function parsed(list: unknown, mode = 0o640): unknown {
  const file = join(folder, 'mailboxes.json');
  writeFileSync(file, JSON.stringify(list));
  chmodSync(file, mode);
  try {
    return parseImapMailboxes(JSON.stringify(list), file);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the file of mailboxes', () => {
  it('may be as docs/mail-providers.md shows it', () => {
    const page = new URL('../../../../../docs/mail-providers.md', import.meta.url);
    const chapter = readFileSync(page, 'utf8').split('## Mailboxes (IMAP)')[1]!;
    const example = JSON.parse(/```json\n([^]*?)```/.exec(chapter)![1]!) as object[];
    expect(parsed(example)).toEqual([
      { ...example[0], port: 993, security: 'tls', folder: 'INBOX', ca: null },
    ]);
  });

  it('names certificates in a file of their own, and a port by how it is secured', () => {
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, 'a certificate');
    expect(parsed([{ ...mailbox, caFile, security: 'starttls' }])).toEqual([
      {
        ...mailbox,
        ca: 'a certificate',
        security: 'starttls',
        port: 143,
        folder: 'INBOX',
        moveTo: null,
      },
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no mailbox', [], /names no mailbox: leave IMAP_MAILBOXES_FILE away/],
    ['no security', [{ ...mailbox, security: 'none' }], /security must be tls or starttls/],
    ['a name twice', [mailbox, mailbox], /two mailboxes are called m/],
    ['no name', [{ ...mailbox, name: undefined }], /name must be the name that logs and metrics/],
  ])('with %s is refused in words that hold no secret', (_what, list, problem) => {
    const said = parsed(list);
    expect(said).toMatch(problem);
    expect(said).not.toContain(SECRET);
  });

  it('is refused where everybody may read it', () => {
    expect(parsed([mailbox], 0o644)).toMatch(/chmod 640/);
  });
});
