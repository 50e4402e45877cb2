import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { seedMails } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answers, NOW, openAnswers } from './open-answers.ts';

const corpus = join(import.meta.dirname, '../../../../../shared/corpora/inbound-replies');
const there = existsSync(corpus);

interface Expected {
  readonly label: 'stop' | 'unclear' | 'other' | 'auto';
  readonly alsoAcceptable?: readonly Expected['label'][];
}

/** What comes of each, where whom the mail went to answers at its own address. */
const BECOMES = { stop: 'OPT_OUT', unclear: 'PAUSE', other: 'NOTHING', auto: 'NOTHING' } as const;

describe.skipIf(!there)(
  'answers of mail programs (skipped where ../shared/corpora is absent)',
  () => {
    const expected = there
      ? (JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Record<
          string,
          Expected
        >)
      : {};
    const files = Object.keys(expected);
    let on: Answers;
    const wrong: string[] = [];
    const became = new Map<string, { outcome: string; requests: number }>();

    beforeAll(async () => {
      on = await openAnswers();
      for (const [nth, file] of files.entries()) {
        const raw = readFileSync(join(corpus, file));
        const { from } = await simpleParser(raw);
        // Each of another person, so that no wish joins another one.
        const writer = (from?.value[0]?.address ?? `nobody-${nth}@example.test`).toLowerCase();
        const [mail] = await seedMails(on.test.db, on.org, {
          count: 1,
          addresses: [writer],
          addressBookId: await bookOf(nth),
          now: NOW,
        });
        const local = on.answerTo(mail!.messageId).replace(/^reply\+|@.*$/g, '');
        const returnPath = /^Return-Path: *<([^>]*)>/im.exec(raw.toString('latin1'))?.[1];
        await on.send({
          to: on.answerTo(mail!.messageId),
          from: writer,
          envelopeFrom: returnPath ?? writer,
          raw: Buffer.from(raw.toString('latin1').replaceAll('{{TOKEN}}', local), 'latin1'),
        });
        const { outcome } = await on.inbound();
        const requests = (await on.requests(mail!.messageId)).length;
        became.set(file, { outcome: outcome ?? 'PARKED', requests });
      }
    }, 120_000);
    afterAll(() => on?.close());

    const bookOf = async (nth: number): Promise<string> => {
      const [book] = await on.test.db.sql.rows<{ id: string }>(
        `INSERT INTO address_book (account_id, name, purpose) VALUES ($1, $2, 'MARKETING') RETURNING id`,
        [on.org.accountId, `Book ${nth}`],
      );
      return book!.id;
    };

    it('come to what their words ask for, at least 95 of 100 (B4, N5)', () => {
      for (const [file, { label, alsoAcceptable = [] }] of Object.entries(expected)) {
        const fair = [label, ...alsoAcceptable].map((each) => BECOMES[each]);
        const { outcome } = became.get(file)!;
        if (!fair.includes(outcome as never)) wrong.push(`${file}: ${label}, became ${outcome}`);
      }
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(files.length * 0.05);
    });

    it('of machines start nothing, every one (M-3)', () => {
      const machines = files.filter((file) => expected[file]!.label === 'auto');
      expect(machines.length).toBeGreaterThan(10);
      for (const file of machines)
        expect([file, became.get(file)]).toEqual([file, { outcome: 'NOTHING', requests: 0 }]);
    });
  },
);
