import { SUPPRESSION_STATES } from '@adieu/domain';
import { z } from 'zod';
import { ChannelWord, instant, Key, MOST_AT_ONCE, ScopeShown, word } from './schemas.ts';

/** What the lists of `/v1` are asked for by, and what their lines are. */

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
  .default(MOST_AT_ONCE)
  .meta({ description: 'How many at most: opt-outs of the list, or events of the changes.' });

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
