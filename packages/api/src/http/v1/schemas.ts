import { CHANNELS, GATE_REASONS, PURPOSES, SCOPE_KINDS } from '@adieu/domain';
import { z } from 'zod';
import { LONGEST_LIST } from '../../graphql/shared/longest-list.ts';

/** What `/v1` takes and gives, said once: requests are read by it, and openapi.json is printed from it. */

/** As many as one request may ask about, and one page may hold. */
export const MOST_AT_ONCE = 10_000;
export const LONGEST_NOTE = 1_000;
const LONGEST_ADDRESS = 1_000;

export const word = <Word extends string>(words: readonly Word[]) =>
  z.enum(words as [Word, ...Word[]]);
const id = (what: string, example: string) =>
  z.string().meta({ description: `Id of ${what}.`, example });
export const instant = (description: string) => z.iso.datetime().meta({ description });

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
