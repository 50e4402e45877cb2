import {
  changeAccount,
  createCampaignByHand,
  eraseRecipient,
  exemptBook,
  mayContact,
  recordDelivery,
} from '@adieu/db';
import { emailContent } from '@adieu/domain';
import { addressKey, bounceLocalPart, createKeyRing, replyLocalPart } from '@adieu/keys';
import { releaseDraft, type SeededMail, seedMails } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answers, DOMAIN, NOW, openAnswers, type SentMail } from './open-answers.ts';

let on: Answers;
let mails: SeededMail[];
let staff: SeededMail[];

beforeAll(async () => {
  on = await openAnswers();
  mails = await seedMails(on.test.db, on.org, { count: 70, now: NOW });
  const addresses = Array.from({ length: 5 }, (_, i) => `staff-${i}@example.test`);
  const { staffId: addressBookId } = on.org;
  staff = await seedMails(on.test.db, on.org, { count: 5, addresses, addressBookId, now: NOW });
});
afterAll(() => on?.close());

const next = (): SeededMail => mails.pop()!;

/** An answer of whom the mail went to, as a mail program writes it. */
async function answer(mail: SeededMail, more: Partial<SentMail> = {}): Promise<number> {
  return on.send({
    to: on.answerTo(mail.messageId),
    from: mail.address,
    text: `STOPP\n\nOn Mon, 4 May 2026 at 10:00, Nordlys <news@nordlys.example.test> wrote:\n> Hello\n> UNSUBSCRIBE https://leave.example.test/u/${mail.token}\n`,
    ...more,
  });
}
const CLEAR = {
  state: 'CONFIRMED',
  method: 'MAIL_REPLY',
  signal: 'CLEAR',
  scope: 'BOOK',
  note: null,
};
const UNCLEAR_ONLY = { state: 'PENDING', signal: 'UNCLEAR' };
const UNCLEAR = { ...CLEAR, state: 'PENDING', signal: 'UNCLEAR' };

describe('an answer whose first own line is a keyword (B4, M-2)', () => {
  it('of whom the mail went to is in force with its 250, as MAIL_REPLY (F7)', async () => {
    const mail = next();
    expect(await answer(mail)).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
    expect(await on.inbound()).toMatchObject({ outcome: 'OPT_OUT', text: 'STOPP', isOurs: true });
  });

  it.each(['Avregistrera', 'ABMELDEN', 'Odhlásit', 'Afmeld', 'unsubscribe', '“Stop!” 🙏'])(
    'counts in each language and however it is written: %s',
    async (word) => {
      const mail = next();
      expect(await answer(mail, { text: `${word}\n\nAnna\n` })).toBe(250);
      expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
    },
  );

  it.each([
    ['as bytes', '', 'Avanm\u00e4l'],
    [
      'as bytes that are called UTF-8',
      'Content-Type: text/plain; charset=utf-8\r\n',
      'Avanm\u00e4l',
    ],
    [
      'as bytes that are called ASCII',
      'Content-Type: text/plain; charset=us-ascii\r\n',
      'Avanm\u00e4l',
    ],
    [
      'quoted',
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n',
      'Avanm=E4l',
    ],
    ['in HTML', 'Content-Type: text/html\r\n', '<p>Avanm\u00e4l</p>'],
    ['in the subject', 'X-Of: a test\r\n', ''],
  ])('counts in Western Latin that is not called so: %s', async (how, header, text) => {
    const mail = next();
    const subject = how === 'in the subject' ? 'Avanm\u00e4l' : 'Re: x';
    const raw = Buffer.from(
      `From: ${mail.address}\r\n${header}Subject: ${subject}\r\n\r\n${text}\r\n`,
      'latin1',
    );
    expect(await answer(mail, { raw })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
  });

  it.each([
    ['below the first own line', 'Hej Anna!\n\nSTOPP\n', [UNCLEAR_ONLY]],
    ['among other words of that line', 'STOPP med det samma, tack\n', [UNCLEAR_ONLY]],
    ['in what is quoted', 'Tack!\n\n> STOPP\n', []],
    [
      'in what is quoted without marks',
      'Tack!\n\nOn Mon, 4 May 2026 at 10:00, Nordlys <news@nordlys.example.test> wrote:\nSTOPP\n',
      [],
    ],
    ['in the signature', 'Tack!\n\n-- \nSTOPP\nAnna\n', []],
  ])('acts by itself nowhere else: %s', async (_where, text, wishes) => {
    const mail = next();
    expect(await answer(mail, { text })).toBe(250);
    expect(await on.requests(mail.messageId)).toMatchObject(wishes);
    expect(await on.requests(mail.messageId)).toHaveLength(wishes.length);
  });

  it.each([
    ['the quote', '> Hello\n> again\n\nSTOPP\n'],
    [
      'the quote, whose introduction is no own line',
      'On Mon, 4 May 2026 at 10:00, <news@nordlys.example.test> wrote:\n> Hello\n\nSTOPP\n',
    ],
    [
      'a signature of several lines',
      'STOPP\n\n-- \nAnna Ek\nBest regards from all of us, who would like more\n',
    ],
  ])('counts beside what is not their own: %s', async (_what, text) => {
    const mail = next();
    expect(await answer(mail, { text })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
  });

  it('counts where it is all there is, in the subject', async () => {
    const mail = next();
    expect(await answer(mail, { subject: 'STOPP', text: '' })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
  });

  it.each([
    'Mvh Anna',
    'Med vänlig hälsning\n\nAnna Svensson\nEkonom, Nordlys AB',
    'Best regards,\nAnna',
    'Hej!\n\nHälsningar\nAnna',
    'Skickat från min iPhone',
  ])('counts in the subject where all else is a greeting and a name: %j', async (text) => {
    const mail = next();
    expect(await answer(mail, { subject: 'STOPP', text })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
  });

  it('counts in no subject where another wish is written below', async () => {
    const mail = next();
    expect(await answer(mail, { subject: 'START', text: 'Hej!\n\nSTOPP' })).toBe(250);
    expect(await on.requests(mail.messageId)).toMatchObject([UNCLEAR_ONLY]);
  });

  it.each(['Hälsningar från stranden, vi ses på lördag!', 'Är butiken öppen på lördag?'])(
    'in the subject of other words pauses, and somebody decides: %s',
    async (text) => {
      const mail = next();
      expect(await answer(mail, { subject: 'STOPP', text })).toBe(250);
      expect(await on.requests(mail.messageId)).toEqual([{ ...UNCLEAR, note: text }]);
      expect(await on.inbound()).toMatchObject({ why: ['STOPP'] });
    },
  );

  it('counts once, however often it comes (O-8)', async () => {
    const mail = next();
    const raw = `From: ${mail.address}\r\nMessage-ID: <1@example.test>\r\nSubject: Re: x\r\n\r\nSTOPP\r\n`;
    for (let i = 0; i < 3; i += 1) expect(await answer(mail, { raw })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
  });

  it('from the same mailbox without its tag is of the same person', async () => {
    const mail = await byHand('tagged+news@example.test', 'MARKETING');
    expect(await answer(mail, { from: 'Tagged@example.test' })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([{ ...CLEAR, scope: 'ACCOUNT' }]);
  });

  it('of a colleague to whom the mail was forwarded pauses, and somebody decides (M-5)', async () => {
    const mail = next();
    expect(await answer(mail, { from: 'colleague@example.test' })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([{ ...UNCLEAR, note: 'STOPP' }]);
    expect(await on.inbound()).toMatchObject({
      outcome: 'PAUSE',
      remark: 'OTHER_ADDRESS',
      why: ['STOPP'],
    });
  });

  it('in a book whose wishes are reviewed waits for a decision, as by its link', async () => {
    const mail = staff.pop()!;
    expect(await answer(mail)).toBe(250);
    expect(await on.requests(mail.messageId)).toMatchObject([
      { state: 'PENDING', signal: 'CLEAR', scope: 'BOOK' },
    ]);
  });

  it('in an exempt book is for the account’s marketing (A1)', async () => {
    const mail = staff.pop()!;
    const { organisationId, staffId: addressBookId } = on.org;
    const act = { organisationId, addressBookId, reason: 'r', actor: 'Olle', now: NOW };
    await exemptBook(on.test.db.sql, { ...act, exempt: true });
    expect(await answer(mail)).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([{ ...CLEAR, scope: 'ACCOUNT' }]);
    await exemptBook(on.test.db.sql, { ...act, exempt: false });
  });

  it('that says that all is meant leaves the account, on all channels', async () => {
    const mail = next();
    expect(await answer(mail, { text: 'STOPP ALLT' })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([{ ...CLEAR, scope: 'ACCOUNT' }]);
  });

  it('to a mail by hand is a request against the account; a receipt is left by nobody, and the account’s marketing is (B6, H-11)', async () => {
    for (const purpose of ['MARKETING', 'TRANSACTIONAL'] as const) {
      const address = `by-hand-${purpose.toLowerCase()}@example.test`;
      const mail = await byHand(address, purpose);
      expect(await answer(mail)).toBe(250);
      expect(await on.requests(mail.messageId)).toEqual([{ ...CLEAR, scope: 'ACCOUNT' }]);
    }
  });

  it('of somebody who was erased since leaves by the key that is left', async () => {
    const mail = next();
    const { organisationId, ring } = on.org;
    const [row] = await on.test.db.sql.rows<{ id: string }>(
      'SELECT recipient_id AS id FROM message WHERE id = $1',
      [mail.messageId],
    );
    await on.test.db.transaction((tx) =>
      eraseRecipient(tx, {
        recipientId: row!.id,
        now: NOW,
      }),
    );
    expect(await answer(mail)).toBe(250);
    expect(
      await mayContact(on.test.db.sql, {
        organisationId,
        channel: 'EMAIL',
        addressKey: addressKey(ring, 'EMAIL', mail.address),
        addressBookId: on.org.newsletterId,
        topicId: null,
        accountId: null,
        purpose: null,
        now: NOW,
      }),
    ).toMatchObject({ answer: { allowed: false } });
  });
});

describe('an answer in free words (N5)', () => {
  it('pauses at once, and whoever decides reads what was written', async () => {
    const mail = next();
    const text = 'Hej, kan ni sluta skicka de här mejlen till mig? Jag vill inte ha dem längre.';
    expect(await answer(mail, { text: `${text}\n\n> Hello` })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([{ ...UNCLEAR, note: text }]);
    const { why } = await on.inbound();
    expect(why.join(' ')).toMatch(/sluta/);
  });

  it('of ten thousand words is kept in part', async () => {
    const mail = next();
    const text = `Please stop sending me these mails. ${'I never asked for any of it. '.repeat(2_000)}`;
    expect(await answer(mail, { text })).toBe(250);
    const [{ note }] = (await on.requests(mail.messageId)) as [{ note: string }];
    expect(note.length).toBeLessThanOrEqual(1_000);
    expect(note).toMatch(/^Please stop/);
  });
});

describe('what no person wrote (M-3)', () => {
  const footer = '\n\n> UNSUBSCRIBE\n> STOPP\n';
  it.each<[string, Partial<SentMail>, string]>([
    [
      'an absence, with a keyword in it',
      { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } },
      'AUTO_SUBMITTED',
    ],
    ['an answer of nobody', { envelopeFrom: '' }, 'NULL_RETURN_PATH'],
    ['a list', { headers: { 'List-Id': '<x.example.test>' } }, 'LIST'],
    ['something that says it is from us', { from: `reply+x@${DOMAIN}` }, 'FROM_ADIEU'],
  ])('starts nothing and is answered by nothing: %s', async (_what, more, remark) => {
    const mail = next();
    expect(await answer(mail, { text: `STOPP${footer}`, ...more })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([]);
    expect(await on.inbound()).toMatchObject({
      outcome: 'NOTHING',
      state: 'UNDERSTOOD',
      remark,
    });
  });

  const signals = ({ messageId }: SeededMail) =>
    on.test.db.sql.rows(
      'SELECT kind, detail, request_id AS "requestId" FROM machine_signal WHERE message_id = $1',
      [messageId],
    );
  const AWAY = { 'Auto-Submitted': 'auto-replied' };

  it.each(['to the answers', 'to the return path'])(
    'is kept as what their mailbox does, once for each message, where it came %s',
    async (where) => {
      const mail = next();
      const { messageId } = mail;
      const to =
        where === 'to the answers'
          ? on.answerTo(messageId)
          : `${bounceLocalPart(on.org.ring, messageId)}@${DOMAIN}`;
      for (let i = 0; i < 2; i += 1)
        expect(await answer(mail, { to, text: `I am away ${i}`, headers: AWAY })).toBe(250);
      const detail = { mark: 'AUTO_SUBMITTED' };
      expect(await signals(mail)).toEqual([{ kind: 'AUTO_REPLY', detail, requestId: null }]);
    },
  );

  it('of somebody else’s mailbox says nothing of theirs', async () => {
    const mail = next();
    await answer(mail, { from: 'colleague@example.test', headers: AWAY });
    expect(await signals(mail)).toEqual([]);
  });
});

describe('START', () => {
  const begun = (address: string) =>
    on.test.db.sql.rows(
      `SELECT d.scope_kind AS scope, d.confirmed_at AS "confirmedAt" FROM double_opt_in d
       JOIN recipient r ON r.id = d.recipient_id WHERE r.address = $1`,
      [address],
    );

  it('begins a double opt-in for what was left, and lifts nothing (A6)', async () => {
    const mail = next();
    await answer(mail);
    expect(await answer(mail, { text: 'START' })).toBe(250);
    expect(await begun(mail.address)).toEqual([{ scope: 'BOOK', confirmedAt: null }]);
    expect(await on.requests(mail.messageId)).toEqual([CLEAR]);
    // A second one at once asks nobody again (D-8).
    expect(await answer(mail, { text: 'Start!' })).toBe(250);
    expect(await begun(mail.address)).toHaveLength(1);
    expect(await on.inbound()).toMatchObject({ outcome: 'NOTHING' });
  });

  it('of a colleague begins nothing', async () => {
    const mail = next();
    expect(await answer(mail, { text: 'START', from: 'colleague@example.test' })).toBe(250);
    expect(await begun(mail.address)).toEqual([]);
  });
});

describe('everything else', () => {
  const forwarded = () =>
    on.test.db.sql.rows<{ n: number }>('SELECT count(*)::int AS n FROM forwarded_answer');
  const readBy = (replyAddress: string | null) => {
    const { organisationId, accountId } = on.org;
    return on.test.db.transaction((tx) =>
      changeAccount(tx, { organisationId, accountId, change: { replyAddress }, now: NOW }),
    );
  };
  const QUESTION = { text: 'Är butiken öppen på lördag?\n\nAnna' };

  it('is kept and shown where nobody reads the account’s mail', async () => {
    const mail = next();
    expect(await answer(mail, QUESTION)).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([]);
    expect(await on.inbound()).toMatchObject({
      outcome: 'NOTHING',
      text: expect.stringContaining('Är butiken öppen'),
      remark: 'KEPT',
      isOurs: true,
    });
    expect(await forwarded()).toEqual([{ n: 0 }]);
  });

  it('goes to whoever reads it, once, and not without end', async () => {
    await readBy('hej@nordlys.example.test');
    const mail = next();
    const raw = `From: ${mail.address}\r\nMessage-ID: <2@example.test>\r\nSubject: Re: x\r\n\r\nWhen?\r\n`;
    for (let i = 0; i < 2; i += 1) expect(await answer(mail, { raw })).toBe(250);
    expect(await on.inbound()).toMatchObject({ outcome: 'FORWARDED' });
    expect(await forwarded()).toEqual([{ n: 1 }]);
    const posted = await on.test.db.sql.rows(
      `SELECT 1 FROM outbox WHERE message ->> 'kind' = 'answer.forwarded'`,
    );
    expect(posted).toHaveLength(1);
    for (let i = 0; i < 25; i += 1) await answer(mail, { text: `Question ${i}` });
    expect(await forwarded()).toEqual([{ n: 20 }]);
    expect(await on.inbound()).toMatchObject({ outcome: 'NOTHING', remark: 'SHARE_IS_USED' });
    await readBy(null);
  });
});

describe('an address for answers', () => {
  it('that we never made is refused; that of a test mail is taken and changes nothing', async () => {
    const mail = next();
    const foreign = `${replyLocalPart(createKeyRing(), mail.messageId)}@${DOMAIN}`;
    expect(await answer(mail, { to: foreign })).toBe(550);
    expect(await answer(mail, { to: `reply+test@${DOMAIN}` })).toBe(250);
    expect(await on.requests(mail.messageId)).toEqual([]);
  });
});

/** A mail to one named recipient, through no book. */
async function byHand(
  address: string,
  purpose: 'MARKETING' | 'TRANSACTIONAL',
): Promise<SeededMail> {
  const { organisationId, accountId, ring } = on.org;
  const { db } = on.test;
  const made = await db.transaction((tx) =>
    createCampaignByHand(tx, {
      organisationId,
      accountId,
      purpose,
      name: 'By hand',
      content: emailContent({ subject: { en: 'x' }, mjml: { en: '<mjml></mjml>' } }),
      recipients: [{ address, addressKey: addressKey(ring, 'EMAIL', address) }],
      createdBy: 'test',
    }),
  );
  if ('refused' in made) throw new Error(made.refused);
  const { campaignId } = made;
  await db.transaction((tx) => releaseDraft(tx, { organisationId, campaignId, now: NOW }));
  const [row] = await db.sql.rows<{ id: string }>('SELECT id FROM message WHERE campaign_id = $1', [
    campaignId,
  ]);
  return { messageId: row!.id, address, token: 'x' };
}

describe('an answer from a mailbox at which mail came back (P7)', () => {
  const because = async (mail: SeededMail): Promise<string> => {
    const judged = await mayContact(on.test.db.sql, {
      organisationId: on.org.organisationId,
      channel: 'EMAIL',
      addressBookId: on.org.newsletterId,
      topicId: null,
      accountId: null,
      purpose: null,
      now: NOW,
      addressKey: addressKey(on.org.ring, 'EMAIL', mail.address),
    });
    return 'refused' in judged ? judged.refused : judged.answer.because;
  };
  const cameBack = async (): Promise<SeededMail> => {
    const mail = next();
    const { messageId } = mail;
    const told = { messageId, kind: 'HARD', status: '5.1.1', source: 'DSN', now: NOW } as const;
    await on.test.db.transaction((tx) => recordDelivery(tx, told));
    expect(await because(mail)).toBe('UNDELIVERABLE');
    return mail;
  };

  it('shows that it is there: it is written to again', async () => {
    const mail = await cameBack();
    expect(await answer(mail, { text: 'Thank you, see you on Friday!' })).toBe(250);
    expect(await because(mail)).toBe('NO_OBJECTION');
  });

  it.each([
    ['somebody else writes', { from: 'colleague@example.test' }],
    ['a machine writes', { headers: { 'Auto-Submitted': 'auto-replied' } }],
  ])('shows nothing where %s', async (_, more) => {
    const mail = await cameBack();
    expect(await answer(mail, { text: 'Thank you!', ...more })).toBe(250);
    expect(await because(mail)).toBe('UNDELIVERABLE');
  });
});

it('shows no colleague the way out that its writer copied into it', async () => {
  const mail = next();
  const link = `https://leave.example.test/u/${mail.token}`;
  const text = `Please take me off this list, the link does not work for me: ${link}`;
  expect(await answer(mail, { text })).toBe(250);
  const shown = JSON.stringify([await on.requests(mail.messageId), await on.inbound()]);
  expect(shown).toContain('the link does not work for me');
  expect(shown).not.toContain(mail.token);
});
