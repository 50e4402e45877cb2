import { addOptOuts, findRequests, scopeExists } from '@adieu/db';
import type { Channel } from '@adieu/domain';
import type { KnownAddress } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  InvalidInput,
  LimitReached,
  NotFound,
  OptOutExempt,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { LONGEST_NOTE } from './read-wish.ts';
import { readScope, ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { keyResult } from '../shared/result.ts';

const MOST_ADDRESSES = 1_000;

@InputType()
export class AddOptOutsInput extends IdempotentInput {
  @Field(() => [String], {
    description: `At most ${MOST_ADDRESSES}; one that is named twice is added once.`,
  })
  readonly addresses!: string[];

  @Field(() => ChannelEnum)
  readonly channel!: Channel;

  @Field(() => ScopeInput)
  readonly scope!: ScopeInput;

  @Field(() => String, {
    nullable: true,
    description: 'How the wishes came. Kept as evidence of each.',
  })
  readonly note?: string | null;
}

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

@ObjectType({
  description: 'Each address for itself, in the order given: some may be added and others not.',
})
export class OptOutsAdded {
  @Field(() => [AddedOptOutItem])
  readonly items: readonly AddedOptOutItem[];

  constructor(items: readonly AddedOptOutItem[]) {
    this.items = items;
  }
}

const AddOptOutsResult = keyResult(
  'AddOptOutsResult',
  () => [OptOutsAdded, NotFound, LimitReached, PolicyRefused, OptOutExempt] as const,
);

@Resolver()
export class AddOptOuts {
  @Mutation(() => AddOptOutsResult, {
    description:
      'Opts addresses out by hand, at once, also where a policy has other wishes reviewed: whoever adds them has done so.',
  })
  async addOptOuts(
    @Ctx() ctx: Context,
    @Arg('input', () => AddOptOutsInput) input: AddOptOutsInput,
  ): Promise<typeof AddOptOutsResult> {
    const { organisationId, name } = viewerOf(ctx);
    const problem = refuse(input);
    if (problem !== null) return problem;
    const scope = readScope(input.scope, organisationId);
    const given = new Map(
      input.addresses.map((text) => [text, readAddress(ctx.ring, text, input.channel)]),
    );
    const addresses = [...given.values()].flatMap((known) =>
      known instanceof Problem ? [] : [known],
    );
    const done = await idempotentMutation(ctx, 'addOptOuts', input, async (sql) => {
      if (!(await scopeExists(sql, organisationId, scope))) return { refused: 'not-found' };
      const added = await addOptOuts(sql, {
        organisationId,
        channel: input.channel,
        addresses,
        scope,
        note: input.note?.trim() ? input.note : null,
        actor: { kind: 'ADMIN', name },
        now: ctx.now,
      });
      const refused = added.find((one) => one.refused === 'no-opt-out' || one.refused === 'exempt');
      if (refused) return { refused: refused.refused };
      return { refused: null, requestIds: added.map(({ requestId }) => requestId) };
    });
    if (done instanceof Problem) return done;
    if (done.result.refused === 'not-found') return new NotFound('scope', 'scope');
    if (done.result.refused === 'exempt') return new OptOutExempt('scope');
    if (done.result.refused === 'no-opt-out')
      return new PolicyRefused(
        'TRANSACTIONAL_HAS_NO_OPT_OUT',
        'Transactional messages have no opt-out.',
        'scope',
      );
    return new OptOutsAdded(await show(ctx, given, addresses, done.result.requestIds ?? []));
  }
}

function refuse({ addresses, note }: AddOptOutsInput): Problem | null {
  if (addresses.length === 0) return new InvalidInput('addresses', 'Name at least one address.');
  if (addresses.length > MOST_ADDRESSES)
    return new LimitReached(
      'addresses',
      `At most ${MOST_ADDRESSES} addresses at once; these are ${addresses.length}.`,
    );
  if ((note?.length ?? 0) > LONGEST_NOTE)
    return new InvalidInput('note', `At most ${LONGEST_NOTE} characters.`);
  return null;
}

/** `requestIds` are those of `addresses`, in the same order. */
async function show(
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
