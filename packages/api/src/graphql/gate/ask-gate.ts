import { type GatePath, mayContactMany } from '@adieu/db';
import type { ExplainedAnswer, GateAnswer } from '@adieu/domain';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { BadArgument } from '../shared/bad-argument.ts';
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
    addressBookId: readOptionalId('book', input.addressBookId, 'addressBookId'),
    topicId: readOptionalId('topic', input.topicId, 'topicId'),
    accountId: readOptionalId('account', input.accountId, 'accountId'),
    purpose: input.purpose ?? null,
    now: ctx.now,
  };
  const keys = addresses.map((address) => {
    const known = readAddress(ctx.ring, address, input.channel);
    return known instanceof Problem ? null : known.addressKey;
  });
  const answers = await answersOf(
    ctx,
    path,
    keys.filter((key) => key !== null),
  );
  if (answers === null)
    throw new BadArgument(
      'addressBookId',
      'and the others name no book, topic or account, or some that do not belong together',
    );
  const given = answers.values();
  return keys.map((key) =>
    key === null ? { allowed: false, because: 'UNKNOWN_ADDRESS' } : given.next().value!,
  );
}

/** Null: there is no such way. */
async function answersOf(
  ctx: Context,
  path: GatePath,
  keys: readonly Buffer[],
): Promise<readonly GateAnswer[] | null> {
  if (keys.length === 1) {
    const judged = await ctx.gate({ ...path, addressKey: keys[0]! });
    return 'refused' in judged ? null : [judged.answer];
  }
  const judged = await mayContactMany(ctx.db.sql, path, keys);
  return 'refused' in judged ? null : judged.answers;
}
