import { z } from 'zod';

const count = z.number().int('must be a whole number');
const share = z.number().min(0, 'must be 0 or more').max(1, 'must be 1 or less');
const days = z.number().positive('must be more than 0').max(3_650, 'must be 3650 or less');

/** Ways in which people meet a mail, each a share of all. What is left of 1 reads and does nothing. */
export const EXCLUSIVE = [
  'oneClick',
  'page',
  'reply',
  'answer',
  'away',
  'complaint',
  'forwarder',
  'robot',
  'bounce',
  'returned',
] as const;

const shares = z
  .strictObject({
    oneClick: share.default(0),
    page: share.default(0),
    reply: share.default(0),
    answer: share.default(0),
    away: share.default(0),
    complaint: share.default(0),
    forwarder: share.default(0),
    robot: share.default(0),
    bounce: share.default(0),
    returned: share.default(0),
    scanner: share.default(0),
  })
  .refine(
    (given) => EXCLUSIVE.reduce((sum, kind) => sum + given[kind], 0) <= 1 + 1e-9,
    `${EXCLUSIVE.join(', ')} must add up to 1 or less; the rest does nothing`,
  );

const book = z.strictObject({
  purpose: z.enum(['MARKETING', 'SERVICE']).default('MARKETING'),
  policy: z
    .strictObject({
      mode: z.enum(['AT_ONCE', 'REVIEW']).default('AT_ONCE'),
      reviewDays: days.default(2),
      onTimeout: z.enum(['OPT_OUT', 'REVERT']).default('OPT_OUT'),
    })
    .prefault({}),
});

const admin = z
  .strictObject({
    confirms: share.default(0),
    declines: share.default(0),
    afterDays: z.number().min(0, 'must be 0 or more').default(1),
  })
  .refine(
    ({ confirms, declines }) => confirms + declines <= 1 + 1e-9,
    'confirms and declines must add up to 1 or less; the rest is left to the deadline',
  );

const campaign = z
  .strictObject({
    subject: z.string().min(1, 'must say something'),
    text: z.string().min(1, 'must say something').optional(),
    mjml: z.string().min(1, 'must hold MJML').optional(),
    mjmlFile: z.string().min(1, 'must name a file').optional(),
  })
  .refine(
    ({ text, mjml, mjmlFile }) =>
      [text, mjml, mjmlFile].filter((each) => each !== undefined).length === 1,
    'name one of text, mjml and mjmlFile',
  );

/** Ways in which people meet an SMS, each a share of all. What is left of 1 reads and does nothing. */
export const SMS_EXCLUSIVE = [
  'stop',
  'misspell',
  'swear',
  'comeback',
  'thank',
  'forward',
  'noSignal',
] as const;

const smsShares = z
  .strictObject({
    stop: share.default(0),
    misspell: share.default(0),
    swear: share.default(0),
    comeback: share.default(0),
    thank: share.default(0),
    forward: share.default(0),
    noSignal: share.default(0),
  })
  .refine(
    (given) => SMS_EXCLUSIVE.reduce((sum, kind) => sum + given[kind], 0) <= 1 + 1e-9,
    `${SMS_EXCLUSIVE.join(', ')} must add up to 1 or less; the rest does nothing`,
  );

const sms = z.strictObject({
  text: z.string().min(1, 'must say something'),
  size: count.min(1, 'must be 1 or more').max(10_000, 'must be 10000 or less'),
  shares: smsShares.prefault({}),
});

/** What campaign.json may hold; docs/simulate.md tells it to people. */
export const SETTING = z.strictObject({
  name: z.string().min(1, 'must say something').default('Simulated campaign'),
  campaign,
  book: book.prefault({}),
  population: z.strictObject({
    size: count.min(1, 'must be 1 or more').max(50_000, 'must be 50000 or less'),
    shares: shares.prefault({}),
    reactAfterDays: days.default(1),
  }),
  /** Others, who get it by SMS. */
  sms: sms.optional(),
  admin: admin.prefault({}),
  mailings: count.min(1, 'must be 1 or more').max(10, 'must be 10 or less').default(2),
  time: z
    .strictObject({
      secondsPerDay: z
        .number()
        .min(0.1, 'must be 0.1 or more')
        .max(86_400, 'must be 86400 or less')
        .default(2),
      daysBetweenMailings: days.default(5),
    })
    .prefault({}),
  expect: z
    .strictObject({ optOutRate: share.optional(), complaintRate: share.optional() })
    .prefault({}),
  seed: count.default(1),
});

export type Setting = z.infer<typeof SETTING>;
