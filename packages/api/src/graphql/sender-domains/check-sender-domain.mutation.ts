import { findSenderDomain, proveSenderDomain } from '@adieu/db';
import { lookForChallenge } from '@adieu/intake';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import {
  changed,
  ChangeSenderDomainInput,
  ChangeSenderDomainResult,
} from './change-sender-domain.ts';
import { notProven, taken } from './domain-problem.ts';

@Resolver()
export class CheckSenderDomain {
  @Mutation(() => ChangeSenderDomainResult, {
    description:
      'Looks for the TXT record in the DNS; where it is found, the organisation may send from the domain. One that is proven stays so.',
  })
  async checkSenderDomain(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeSenderDomainInput) input: ChangeSenderDomainInput,
  ): Promise<typeof ChangeSenderDomainResult> {
    const { organisationId } = viewerOf(ctx);
    const id = readId('domain', input.id, 'id');
    const known = await findSenderDomain(ctx.db.sql, organisationId, id);
    if (known === null) return new NotFound('domain', 'id');
    // Before the transaction: name servers may be slow.
    if (known.provenAt === null) {
      const found = await lookForChallenge(ctx.resolveTxt, known.domain, known.challenge);
      if (found !== 'proven') return notProven(found, known.domain);
    }
    const proof = { organisationId, id, by: 'DNS', now: ctx.now } as const;
    const done = await idempotentMutation(ctx, 'checkSenderDomain', input, (sql) =>
      proveSenderDomain(sql, proof),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result)
      return done.result.refused === 'taken' ? taken() : new NotFound('domain', 'id');
    return changed(ctx, id);
  }
}
