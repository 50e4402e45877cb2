import { LONGEST_REASON } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { InvalidInput } from '../shared/problems.ts';

/** What an admin says who acts for somebody who wrote by letter. */
@InputType()
export abstract class PersonActInput extends IdempotentInput {
  @Field(() => ID, { description: 'One of their addresses: `recipient(address:)` finds it.' })
  readonly id!: string;

  @Field(() => String, { description: 'How they asked, in your words; kept in the ledger.' })
  readonly reason!: string;
}

/** Null where the reason can be kept. */
export function refuseReason(reason: string): InvalidInput | null {
  if (reason.trim() === '')
    return new InvalidInput('reason', 'Say how they asked.', 'REASON_REQUIRED');
  return reason.length > LONGEST_REASON
    ? new InvalidInput('reason', `At most ${LONGEST_REASON} characters.`, 'REASON_TOO_LONG')
    : null;
}
