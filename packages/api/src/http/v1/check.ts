import { mayContactMany } from '@adieu/db';
import type { ExplainedAnswer } from '@adieu/domain';
import { recogniseAddress } from '@adieu/keys';
import { setImmediate as others } from 'node:timers/promises';
import type { z } from 'zod';
import { fromId, toId, toScopeId } from '../../graphql/shared/ids.ts';
import { reaches } from '../access/admit.ts';
import { CHECK } from '../access/routes.ts';
import { type Asked, refusal, type Refusal, type V1Deps } from './asked.ts';
import type { Checked, CheckRequest } from './schemas.ts';

/** Asked about by one statement, and hashed before others get their turn on this thread. */
const AT_ONCE = 1_000;
const HASHED_AT_ONCE = 250;

/** `POST /v1/check`: may a message go to each of these now, by the gate's law; answers in their order. */
export async function check(
  { db, ring, clock }: V1Deps,
  { viewer, body }: Asked<z.output<typeof CheckRequest>>,
): Promise<{ asOf: string; answers: z.input<typeof Checked>[] } | Refusal> {
  const own = db.ofTenant(viewer.organisationId);
  const { accountId, addressBookId, topicId, channel } = body;
  const way = {
    account: accountId === undefined ? null : fromId('account', accountId),
    book: addressBookId === undefined ? null : fromId('book', addressBookId),
    topic: topicId === undefined ? null : fromId('topic', topicId),
  };
  const given = { account: accountId, book: addressBookId, topic: topicId };
  const isUnknown = (Object.keys(given) as (keyof typeof way)[]).some(
    (kind) => given[kind] !== undefined && way[kind] === null,
  );
  const named = (Object.keys(way) as (keyof typeof way)[]).flatMap((kind) => {
    const id = way[kind];
    return id === null ? [] : [{ kind, id }];
  });
  if (isUnknown || !(await reaches(own, viewer, CHECK, named))) return NO_WAY;

  const now = clock();
  const keys: Buffer[] = body.keys?.map((key) => Buffer.from(key, 'hex')) ?? [];
  for (const [nth, text] of (body.addresses ?? []).entries()) {
    const known = recogniseAddress(ring, { channel, text, country: null });
    keys.push('refused' in known ? NO_ADDRESS : known.addressKey);
    if (nth % HASHED_AT_ONCE === HASHED_AT_ONCE - 1) await others();
  }
  const path = {
    organisationId: viewer.organisationId,
    channel,
    accountId: way.account,
    addressBookId: way.book,
    topicId: way.topic,
    purpose: body.purpose ?? null,
    now,
  };
  const answers: z.input<typeof Checked>[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const slice = keys.slice(from, from + AT_ONCE);
    const judged = await mayContactMany(own.sql, path, slice);
    if ('refused' in judged) return NO_WAY;
    for (const [nth, key] of slice.entries())
      answers.push(key === NO_ADDRESS ? UNKNOWN : shown(key, judged.answers[nth]!));
  }
  return { asOf: now.toISOString(), answers };
}

const NO_ADDRESS: Buffer = Buffer.alloc(32);
const UNKNOWN = { key: null, allowed: false, because: 'UNKNOWN_ADDRESS' } as const;
const NO_WAY = refusal(
  404,
  'NOT_FOUND',
  'There is no such account, book or topic, or they do not belong together.',
);

function shown(key: Buffer, answer: ExplainedAnswer): z.input<typeof Checked> {
  const { allowed, because } = answer;
  const decisive = 'decisive' in answer ? answer.decisive : null;
  const since = 'undeliverableSince' in answer ? answer.undeliverableSince : decisive?.since;
  return {
    key: key.toString('hex'),
    allowed,
    because,
    ...(since && { since: since.toISOString() }),
    ...('nextAllowedAt' in answer && { nextAllowedAt: answer.nextAllowedAt.toISOString() }),
    ...(decisive && {
      scope: {
        kind: decisive.scopeKind,
        id: toScopeId(decisive.scopeKind, decisive.scopeId),
      },
    }),
    ...(decisive?.requestId && { requestId: toId('optout', decisive.requestId) }),
  };
}
