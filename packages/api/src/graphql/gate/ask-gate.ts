import { type GatePath, mayContactMany } from '@adieu/db';
import type { ExplainedAnswer } from '@adieu/domain';
import { GraphQLError } from 'graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId, type IdPrefix } from '../shared/ids.ts';
import { Problem } from '../shared/problems.ts';
import type { GateQuestion } from './gate-question.input.ts';

/** One answer for each address, in their order. What is no address is answered as such and never asked for. */
export async function judge(
  ctx: Context,
  input: GateQuestion,
  addresses: readonly string[],
): Promise<ExplainedAnswer[]> {
  const path: GatePath = {
    organisationId: viewerOf(ctx).organisationId,
    channel: input.channel,
    addressBookId: readId('book', 'addressBookId', input.addressBookId),
    topicId: readId('topic', 'topicId', input.topicId),
    accountId: readId('account', 'accountId', input.accountId),
    purpose: input.purpose ?? null,
    now: ctx.now,
  };
  const keys = addresses.map((address) => {
    const known = readAddress(ctx.ring, address, input.channel);
    if (!(known instanceof Problem)) return known.addressKey;
    if (known.field === 'channel') throw badInput('channel', known.message);
    return null;
  });
  const judged = await mayContactMany(
    ctx.db.sql,
    path,
    keys.filter((key) => key !== null),
  );
  if ('refused' in judged)
    throw badInput(
      'addressBookId',
      'There is no such address book, topic or account, or they do not belong together.',
    );
  const answers = judged.answers.values();
  return keys.map((key) =>
    key === null ? { allowed: false, because: 'UNKNOWN_ADDRESS' } : answers.next().value!,
  );
}

/** Null where it was not given. A wrong id must not widen the question, so it is refused. */
function readId(prefix: IdPrefix, field: string, id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  const uuid = fromId(prefix, id);
  if (uuid === null) throw badInput(field, `There is no such ${prefix}.`);
  return uuid;
}

export function badInput(field: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}
