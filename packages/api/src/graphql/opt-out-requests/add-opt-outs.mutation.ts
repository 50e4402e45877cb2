import { addOptOuts, scopeExists } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  LimitReached,
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
    const done = await idempotentMutation(ctx, 'addOptOuts', input, async (sql) => {
      if (!(await scopeExists(sql, organisationId, scope))) return { refused: 'not-found' };
      const added = await addOptOuts(sql, {
        organisationId,
        channel: input.channel,
        addresses,
        scope,
        method: 'MANUAL',
        note: input.note?.trim() ? input.note : null,
        actor: actorOf(viewerOf(ctx)),
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
    const items = await show(ctx, given, addresses, done.result.requestIds ?? []);
    return answer(OptOutsAdded, counted(items));
  }
}
