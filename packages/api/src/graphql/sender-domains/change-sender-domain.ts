import { findSenderDomain } from '@adieu/db';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound } from '../shared/problems.ts';
import { answer, keyResult } from '../shared/result.ts';
import { SenderDomainType } from './sender-domain.type.ts';

@InputType()
export class ChangeSenderDomainInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType({ description: 'It is as asked.' })
export class SenderDomainChanged {
  @Field(() => SenderDomainType)
  readonly senderDomain!: SenderDomainType;
}

export const ChangeSenderDomainResult = keyResult('ChangeSenderDomainResult', () => [
  SenderDomainChanged,
  NotFound,
]);

/** What is told of a domain that was changed. */
export async function changed(ctx: Context, id: string): Promise<SenderDomainChanged | NotFound> {
  const row = await findSenderDomain(ctx.db.sql, viewerOf(ctx).organisationId, id);
  return row === null
    ? new NotFound('domain', 'id')
    : answer(SenderDomainChanged, { senderDomain: new SenderDomainType(row) });
}
