import { releaseSenderDomain } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ChangeSenderDomainInput } from './change-sender-domain.ts';

@ObjectType()
export class SenderDomainReleased {
  @Field(() => String)
  readonly domain!: string;
}

const ReleaseSenderDomainResult = keyResult('ReleaseSenderDomainResult', () => [
  SenderDomainReleased,
  NotFound,
]);

@Resolver()
export class ReleaseSenderDomain {
  @Mutation(() => ReleaseSenderDomainResult, {
    description:
      'Gives a domain up, or a claim to it. Campaigns that are being sent from it are paused (SENDER_DOMAIN).',
  })
  async releaseSenderDomain(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeSenderDomainInput) input: ChangeSenderDomainInput,
  ): Promise<typeof ReleaseSenderDomainResult> {
    const { organisationId } = viewerOf(ctx);
    const id = readId('domain', input.id, 'id');
    const done = await idempotentMutation(ctx, 'releaseSenderDomain', input, (sql) =>
      releaseSenderDomain(sql, { organisationId, id, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result
      ? new NotFound('domain', 'id')
      : answer(SenderDomainReleased, done.result);
  }
}
