import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bounceLocalPart, replyLocalPart } from '@adieu/keys';
import {
  createTestDatabase,
  type Seed,
  seed,
  type SeededMail,
  seedMails,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOMAIN, NOW, takeMail } from './take-mail.ts';

const CORPORA = join(import.meta.dirname, '../../../../shared/corpora');
const REPLIES = join(CORPORA, 'inbound-replies');
const BOUNCES = join(CORPORA, 'bounces-and-arf');
const hasCorpora = existsSync(REPLIES) && existsSync(BOUNCES);
if (!hasCorpora) console.warn('SKIPPED: the corpora of mails are not there');

type Label = 'stop' | 'unclear' | 'other' | 'auto';
interface Reply {
  readonly label: Label;
  readonly alsoAcceptable?: readonly Label[];
}
interface Bounce {
  readonly file: string;
  readonly kind: 'dsn' | 'arf' | 'none';
  readonly format: string;
  readonly ambiguous?: boolean;
  readonly recipients: ReadonlyArray<{ readonly action?: string; readonly reason?: string }>;
}
const readJson = (path: string): unknown =>
  hasCorpora ? JSON.parse(readFileSync(path, 'utf8')) : [];
const replies = Object.entries(readJson(join(REPLIES, 'expected.json')) as Record<string, Reply>);
const bounces = (readJson(join(BOUNCES, 'expected.json')) as Bounce[]).filter(
  ({ ambiguous }) => ambiguous !== true,
);

describe.skipIf(!hasCorpora)('the corpora, from being stored to what they became', () => {
  let test: TestDatabase;
  let org: Seed;
  let mails: SeededMail[];
  beforeAll(async () => {
    test = await createTestDatabase();
    org = await seed(test.db);
    mails = await seedMails(test.db, org, { count: 180, now: NOW });
  });
  afterAll(() => test?.close());

  const take = (local: string, raw: string, from: string) =>
    takeMail({
      db: test.db,
      ring: org.ring,
      to: `${local}@${DOMAIN}`,
      raw: Buffer.from(raw, 'latin1'),
      from,
    });
  const stopped = async ({ messageId }: SeededMail): Promise<boolean> =>
    (await test.db.sql.rows('SELECT 1 FROM opt_out_request WHERE message_id = $1', [messageId]))
      .length > 0;

  /** To a mail of its own; written by whom that went to, or by somebody it was handed on to. */
  async function answer(file: string, isTheirs: boolean): Promise<SeededMail> {
    const mail = mails.pop()!;
    const local = replyLocalPart(org.ring, mail.messageId);
    const raw = readFileSync(join(REPLIES, file), 'latin1').replaceAll(
      '{{TOKEN}}',
      local.slice('reply+'.length),
    );
    const theirs = isTheirs ? raw.replace(/^(From: .*?)<[^>]*>/m, `$1<${mail.address}>`) : raw;
    await take(local, theirs, mail.address);
    return mail;
  }

  it.each(replies.filter(([, { label }]) => label === 'auto'))(
    '%s is automatic and starts nothing, whatever it says (M-3)',
    async (file) => {
      for (const isTheirs of [true, false])
        expect(await stopped(await answer(file, isTheirs))).toBe(false);
    },
  );

  it('of the answers, wishes stop and others do not, but for one in twenty (B4, M-2)', async () => {
    const people = replies.filter(([, { label }]) => label !== 'auto');
    const wrong: string[] = [];
    for (const [file, { label, alsoAcceptable = [] }] of people) {
      const wishes = [label, ...alsoAcceptable].map(
        (each) => each === 'stop' || each === 'unclear',
      );
      if (!wishes.includes(await stopped(await answer(file, true)))) wrong.push(file);
    }
    expect(wrong.length / people.length, wrong.join(', ')).toBeLessThanOrEqual(0.05);
  });

  it('what came back is kept where it failed, and takes nobody off; what waits or arrived is nothing (M-7)', async () => {
    const wrong: string[] = [];
    const returned = bounces.filter(
      ({ kind, file }) => kind === 'dsn' && file.startsWith('mails/'),
    );
    for (const { file, recipients } of returned) {
      const mail = mails.pop()!;
      const raw = readFileSync(join(BOUNCES, file), 'latin1');
      const acted = await take(bounceLocalPart(org.ring, mail.messageId), raw, '');
      const hasFailed = recipients.every(({ action = 'failed' }) => action === 'failed');
      const got = typeof acted === 'object' && 'outcome' in acted ? acted.outcome : acted;
      if (got !== (hasFailed && !WAITS.has(file) ? 'RETURNED' : 'NOTHING')) wrong.push(file);
      expect(await stopped(mail)).toBe(false);
    }
    expect(wrong).toEqual([]);
  });

  it('complaints of others’ mails do nothing (M-10)', async () => {
    const before = await test.db.sql.rows('SELECT 1 FROM opt_out_request');
    for (const { file, kind } of bounces)
      if (kind === 'arf')
        expect(await take('complaints', readFileSync(join(BOUNCES, file), 'latin1'), '')).toEqual({
          parked: 'NO_SENDER',
          isAnybodys: true,
        });
    expect(await test.db.sql.rows('SELECT 1 FROM opt_out_request')).toHaveLength(before.length);
    expect(await test.db.sql.rows('SELECT 1 FROM complaint')).toEqual([]);
  });
});

/** “Will be retried for 2 more days”, in words. */
const WAITS = new Set(['mails/lhost-gmail-08.eml', 'mails/lhost-gmail-09.eml']);
