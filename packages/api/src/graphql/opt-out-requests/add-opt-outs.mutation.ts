import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { addOnce } from '../../add-opt-outs.ts';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  LimitReached,
  noOptOut,
  NotFound,
  OptOutExempt,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { counted, ItemCounts } from '../shared/item-counts.type.ts';
import { readScope } from '../scopes/scope.input.ts';
import { answer, keyResult } from '../shared/result.ts';
import { AddOptOutsInput, refuse } from './add-opt-outs.input.ts';
import { AddedOptOutItem, show } from './added-opt-outs.ts';

@ObjectType({
  description: 'Each address for itself, in the order given: some may be added and others not.',
})
export class OptOutsAdded extends ItemCounts {
  @Field(() => [AddedOptOutItem])
  readonly items!: readonly AddedOptOutItem[];
}

const AddOptOutsResult = keyResult('AddOptOutsResult', () => [
  OptOutsAdded,
  NotFound,
  LimitReached,
  PolicyRefused,
  OptOutExempt,
]);

const REFUSED = {
  'not-found': () => new NotFound('scope', 'scope'),
  exempt: () => new OptOutExempt('scope'),
  'no-opt-out': () => noOptOut('scope'),
};

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
    const { organisationId } = viewerOf(ctx);
    const problem = refuse(input);
    if (problem !== null) return problem;
    const scope = readScope(input.scope, organisationId);
    const given = new Map(
      input.addresses.map((text) => [text, readAddress(ctx.ring, text, input.channel)]),
    );
    const addresses = [...given.values()].flatMap((known) =>
      known instanceof Problem ? [] : [known],
    );
    const done = await idempotentMutation(ctx, 'addOptOuts', input, (sql) =>
      addOnce(sql, {
        organisationId,
        channel: input.channel,
        addresses,
        scope,
        method: 'MANUAL',
        note: input.note?.trim() ? input.note : null,
        actor: actorOf(viewerOf(ctx)),
        now: ctx.now,
      }),
    );
    if (done instanceof Problem) return done;
    const { result } = done;
    if (result.refused !== null) return REFUSED[result.refused]();
    const items = await show(ctx, given, addresses, result.requestIds);
    return answer(OptOutsAdded, counted(items));
  }
}
