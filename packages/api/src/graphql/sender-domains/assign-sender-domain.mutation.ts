import { assignSenderDomain, organisationExists } from '@adieu/db';
import { createDomainChallenge, readDomain } from '@adieu/keys';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { DOMAIN_REFUSALS } from './domain-problem.ts';

@InputType()
export class AssignSenderDomainInput extends IdempotentInput {
  @Field(() => String)
  readonly domain!: string;

  @Field(() => ID, { nullable: true, description: 'Null takes it away from whoever has it.' })
  readonly organisationId?: string | null;
}

@ObjectType()
export class SenderDomainAssigned {
  @Field(() => String, { description: 'Lower case, A-labels.' })
  readonly domain!: string;

  @Field(() => ID, { nullable: true, description: 'Whose it is now; null: nobody’s.' })
  readonly organisationId!: string | null;
}

const AssignSenderDomainResult = keyResult('AssignSenderDomainResult', () => [
  SenderDomainAssigned,
  NotFound,
]);

@Resolver()
export class AssignSenderDomain {
  @Mutation(() => AssignSenderDomainResult, {
    description:
      'The operator’s word on whose a domain is, without a record in the DNS. Whoever had it has it no more: their campaigns that are being sent from it are paused (SENDER_DOMAIN).',
  })
  async assignSenderDomain(
    @Ctx() ctx: Context,
    @Arg('input', () => AssignSenderDomainInput) input: AssignSenderDomainInput,
  ): Promise<typeof AssignSenderDomainResult> {
    const read = readDomain(input.domain);
    if ('refused' in read) return DOMAIN_REFUSALS[read.refused]();
    const organisationId = readOptionalId('org', input.organisationId, 'organisationId');
    if (organisationId !== null && !(await organisationExists(ctx.db.sql, organisationId)))
      return new NotFound('organisation', 'organisationId');
    const assign = { ...read, organisationId, challenge: createDomainChallenge(), now: ctx.now };
    const done = await idempotentMutation(ctx, 'assignSenderDomain', input, (sql) =>
      assignSenderDomain(sql, assign),
    );
    if (done instanceof Problem) return done;
    return answer(SenderDomainAssigned, {
      ...read,
      organisationId: input.organisationId ?? null,
    });
  }
}
