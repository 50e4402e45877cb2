import { findRequests } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';
import type { KnownAddress } from '@adieu/keys';
import { type Context, viewerOf } from '../shared/context.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';

@ObjectType({ description: 'What became of one address.' })
export class AddedOptOutItem {
  @Field(() => String, { description: 'As it was given.' })
  readonly address!: string;

  @Field(() => OptOutRequestType, {
    nullable: true,
    description: 'The request that stands now: a new one, or the one before.',
  })
  readonly request!: OptOutRequestType | null;

  @Field(() => Problem, {
    nullable: true,
    description: 'Why it was not added; null where it was.',
  })
  readonly problem!: Problem | null;
}

/** `requestIds` are those of `addresses`, in the same order. */
export async function show(
  ctx: Context,
  given: ReadonlyMap<string, KnownAddress | InvalidInput>,
  addresses: readonly KnownAddress[],
  requestIds: readonly (string | null)[],
): Promise<AddedOptOutItem[]> {
  const { organisationId } = viewerOf(ctx);
  const ids = requestIds.filter((id) => id !== null);
  const rows = await findRequests(ctx.db.sql, organisationId, ids);
  const requests = new Map(rows.map((row) => [row.id, new OptOutRequestType(row)]));
  const idOf = new Map(addresses.map(({ address }, i) => [address, requestIds[i] ?? null]));
  return [...given].map(([text, known]) => {
    if (known instanceof Problem)
      return {
        address: text,
        request: null,
        problem: new InvalidInput('addresses', known.message),
      };
    const request = requests.get(idOf.get(known.address) ?? '') ?? null;
    return {
      address: text,
      request,
      problem: request === null ? new NotFound('request', 'addresses') : null,
    };
  });
}
