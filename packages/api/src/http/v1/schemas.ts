import { CHANNELS, GATE_REASONS, PURPOSES, SCOPE_KINDS, SUPPRESSION_STATES } from '@adieu/domain';
import { z } from 'zod';
import { LONGEST_LIST } from '../../graphql/shared/longest-list.ts';

/** What `/v1` takes and gives, said once: requests are read by it, and openapi.json is printed from it. */

/** As many as one request may ask about, and one page may hold. */
export const MOST_AT_ONCE = 10_000;
export const LONGEST_NOTE = 1_000;
const LONGEST_ADDRESS = 1_000;

const word = <Word extends string>(words: readonly Word[]) => z.enum(words as [Word, ...Word[]]);
const id = (what: string, example: string) =>
  z.string().meta({ description: `Id of ${what}.`, example });
const instant = (description: string) => z.iso.datetime().meta({ description });

export const Key = z
  .string()
  .regex(/^[\da-f]{64}$/, 'must be 64 hexadecimal digits, as they came from here')
  .meta({
    id: 'Key',
    description:
      'A keyed hash of an address, made here. Only this installation can make it; it says nothing of the address.',
    example: '5f0c2d9f2f4d6e0b7f0d5d3b8f1d2c4e5a6b7c8d9e0f1a2b3c4d5e6f708192a3',
  });

export const ChannelWord = word(CHANNELS).meta({ id: 'Channel' });

export const ScopeOf = z
  .strictObject({
    kind: word(SCOPE_KINDS),
    id: z.string().optional().meta({ description: 'Not needed for ORGANISATION.' }),
  })
  .meta({ id: 'Scope', description: 'What a wish is about: a topic, a book, an account, or all.' });

export const ScopeShown = z
  .object({ kind: word(SCOPE_KINDS), id: z.string() })
  .meta({ id: 'ScopeShown', description: 'What a wish is about, by its id.' });

export const CheckRequest = z
  .strictObject({
    channel: ChannelWord,
    accountId: id('an account', 'account_01kf…').optional(),
    addressBookId: id('a book', 'book_01kf…').optional(),
    topicId: id('a topic', 'topic_01kf…').optional(),
    purpose: word(PURPOSES).optional().meta({
      description: 'Of what would be sent; the book’s, or MARKETING, where it is not given.',
    }),
    addresses: z
      .array(z.string().max(LONGEST_ADDRESS))
      .max(MOST_AT_ONCE)
      .optional()
      .meta({ description: `Up to ${MOST_AT_ONCE}. Numbers with + and country.` }),
    keys: z
      .array(Key)
      .max(MOST_AT_ONCE)
      .optional()
      .meta({ description: `In their place, keys that came from here: up to ${MOST_AT_ONCE}.` }),
  })
  .refine(({ addresses, keys }) => (addresses === undefined) !== (keys === undefined), {
    error: 'or keys must be given, and not both',
    path: ['addresses'],
  })
  .meta({ id: 'CheckRequest' });

export const Checked = z
  .object({
    key: Key.nullable().meta({ description: 'Null of what is no address.' }),
    allowed: z.boolean(),
    because: word([...GATE_REASONS, 'UNKNOWN_ADDRESS']).meta({
      description: 'UNKNOWN_ADDRESS: what was given is no address of this channel.',
    }),
    since: instant('Since when the wish stands that decides.').optional(),
    nextAllowedAt: instant(
      'When it may go, where the recipient chose a pause or a rhythm.',
    ).optional(),
    scope: ScopeShown.optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Checked' });

export const CheckAnswer = z
  .object({
    asOf: instant('What was committed before then is in it.'),
    answers: z
      .array(Checked)
      .meta({ description: 'One for each that was asked about, in their order.' }),
  })
  .meta({ id: 'CheckAnswer' });

const standing = {
  scope: ScopeShown,
  ownListOf: z
    .string()
    .nullable()
    .meta({ description: 'The account whose own list it stands in; null: the organisation’s.' }),
  state: word(SUPPRESSION_STATES).meta({
    description: 'PAUSED while a wish is reviewed: nothing is sent either.',
  }),
  since: instant('Since when.'),
  requestId: z.string().nullable(),
  returnedTo: z
    .array(ScopeShown)
    .meta({ description: 'What inside its scope it stops no more: they came back to it since.' }),
};
const whose = {
  key: Key,
  channel: ChannelWord,
  address: z.string().nullable().meta({
    description: 'Masked, or in clear where that was asked for; null after an erasure.',
  }),
};

export const SuppressionLine = z.object({ ...whose, ...standing }).meta({ id: 'Suppression' });
export const StandingLine = z.object(standing).meta({ id: 'Standing' });
export const ChangeLine = z
  .object({
    ...whose,
    suppressions: z.array(StandingLine).meta({
      description: 'All that stands for this address now. None: nothing does any more, forget it.',
    }),
  })
  .meta({ id: 'Change' });

export const ListEnd = z
  .object({
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null at the end.' }),
    changes: z.string().meta({ description: 'Where /v1/changes goes on once the list was read.' }),
  })
  .meta({ id: 'ListEnd', description: 'The last line of a page.' });

export const ChangesEnd = z
  .object({
    next: z.string().meta({ description: 'The cursor to ask with the next time. Keep it.' }),
    more: z.boolean().meta({ description: 'Whether there is more already.' }),
  })
  .meta({ id: 'ChangesEnd', description: 'The last line.' });

const shown = word(['masked', 'clear', 'none']).default('masked').meta({
  description: 'How addresses are shown. `clear` needs the use addresses:read.',
});
const account = z.string().optional().meta({
  description:
    'Only what stops something of this account. A key that is held to one account sees no more than that anyway.',
});
const limit = z.coerce
  .number()
  .int()
  .min(1, `must be between 1 and ${MOST_AT_ONCE}`)
  .max(MOST_AT_ONCE, `must be between 1 and ${MOST_AT_ONCE}`)
  .default(MOST_AT_ONCE);

export const ListQuery = z.strictObject({
  after: z.string().optional().meta({ description: '`next` of the page before.' }),
  limit,
  addresses: shown,
  account,
});
export const ChangesQuery = z.strictObject({
  after: z.string().optional().meta({
    description: 'A cursor. Without: nothing but the cursor of this moment.',
  }),
  limit,
  addresses: shown,
  account,
});

export const OptOutsRequest = z
  .strictObject({
    channel: ChannelWord,
    addresses: z.array(z.string().max(LONGEST_ADDRESS)).min(1).max(LONGEST_LIST),
    scope: ScopeOf,
    note: z.string().max(LONGEST_NOTE).optional().meta({
      description: 'How the wishes came. Kept as evidence of each.',
    }),
  })
  .meta({ id: 'OptOutsRequest' });

export const OptOutsAnswer = z
  .object({
    added: z.number().int(),
    rejected: z.number().int(),
    items: z.array(
      z.object({
        requestId: z.string().nullable(),
        problem: z.string().nullable().meta({
          description: 'Why nothing was recorded for this one; null where it is in force.',
        }),
      }),
    ),
  })
  .meta({
    id: 'OptOutsAnswer',
    description: 'One item for each address, in their order. What has no problem is in force.',
  });

export const ErrorAnswer = z
  .object({
    code: z.string().nullable(),
    message: z.string(),
    field: z.string().nullable().meta({ description: 'What is wrong, where it is one thing.' }),
  })
  .meta({ id: 'Error' });
