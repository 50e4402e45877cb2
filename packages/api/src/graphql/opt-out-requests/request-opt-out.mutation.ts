import { ensureRecipient, findRequests, recordOptOutEverywhere, scopeExists } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { rawHash } from '../../raw-hash.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, OptOutExempt, PolicyRefused, Problem } from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { RequestOptOutInput } from './request-opt-out.input.ts';
import { readRequest } from './read-request.ts';
import { answer, keyResult } from '../shared/result.ts';

@ObjectType()
export class OptOutRequested {
  @Field(() => OptOutRequestType, {
    description: 'The request that stands now: a new one, or the one before.',
  })
  readonly request!: OptOutRequestType;
}

const RequestOptOutResult = keyResult('RequestOptOutResult', () => [
  OptOutRequested,
  OptOutExempt,
  NotFound,
  PolicyRefused,
]);

@Resolver()
export class RequestOptOut {
  @Mutation(() => RequestOptOutResult, {
    description:
      'Records somebody’s wish to stop that came another way. In force when this answers.',
  })
  async requestOptOut(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestOptOutInput) input: RequestOptOutInput,
  ): Promise<typeof RequestOptOutResult> {
    const { organisationId } = viewerOf(ctx);
    const asked = readRequest(ctx, organisationId, input);
    if (asked instanceof Problem) return asked;
    const { known, scope, signal, method } = asked;
    const done = await idempotentMutation(ctx, 'requestOptOut', input, async (tx) => {
      if (!(await scopeExists(tx, organisationId, scope))) return { refused: 'not-found' };
      const recipientId = await ensureRecipient(tx, { organisationId, ...known });
      const recorded = await recordOptOutEverywhere(tx, {
        allChannels: input.allChannels,
        target: { organisationId, recipientId, scope },
        signal,
        method,
        actor: actorOf(viewerOf(ctx)),
        evidence: {
          ...(input.note && { note: input.note }),
          sha256: rawHash({}, JSON.stringify({ scope, signal, method, note: input.note })),
        },
        now: ctx.now,
      });
      return 'refused' in recorded
        ? { refused: recorded.refused }
        : { requestId: recorded.requestId };
    });
    if (done instanceof Problem) return done;
    if (done.result.refused === 'exempt') return new OptOutExempt('scope');
    if (done.result.refused === 'no-opt-out')
      return new PolicyRefused(
        'TRANSACTIONAL_HAS_NO_OPT_OUT',
        'Transactional messages have no opt-out.',
        'scope',
      );
    if (done.result.requestId === undefined) return new NotFound('scope', 'scope');
    const [row] = await findRequests(ctx.db.sql, organisationId, [done.result.requestId]);
    return answer(OptOutRequested, { request: new OptOutRequestType(row!) });
  }
}
