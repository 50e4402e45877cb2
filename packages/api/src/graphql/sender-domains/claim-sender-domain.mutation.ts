import { claimSenderDomain } from '@adieu/db';
import { createDomainChallenge, readDomain } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Problem } from '../shared/problems.ts';
import { changed, ChangeSenderDomainResult } from './change-sender-domain.ts';
import { DOMAIN_REFUSALS } from './domain-problem.ts';

@InputType()
export class ClaimSenderDomainInput extends IdempotentInput {
  @Field(() => String, { description: 'What stands after the @, like `nordlys.se`.' })
  readonly domain!: string;
}

@Resolver()
export class ClaimSenderDomain {
  @Mutation(() => ChangeSenderDomainResult, {
    description:
      'Says that mail is to be sent from a domain; answers with the TXT record that proves it. Nothing may be sent until checkSenderDomain found it. Again: the same record.',
  })
  async claimSenderDomain(
    @Ctx() ctx: Context,
    @Arg('input', () => ClaimSenderDomainInput) input: ClaimSenderDomainInput,
  ): Promise<typeof ChangeSenderDomainResult> {
    const { organisationId } = viewerOf(ctx);
    const read = readDomain(input.domain);
    if ('refused' in read) return DOMAIN_REFUSALS[read.refused]();
    const claim = { organisationId, ...read, challenge: createDomainChallenge(), now: ctx.now };
    const done = await idempotentMutation(ctx, 'claimSenderDomain', input, (sql) =>
      claimSenderDomain(sql, claim),
    );
    return done instanceof Problem ? done : changed(ctx, done.result.id);
  }
}
