import type { Channel } from '@adieu/domain';
import { Field, InputType } from 'type-graphql';
import { ChannelEnum } from '../shared/enums.ts';
import { InvalidInput, Problem } from '../shared/problems.ts';
import { LONGEST_NOTE } from './read-request.ts';
import { ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class AddOptOutsInput extends IdempotentInput {
  @Field(() => [String], {
    description: `At most ${LONGEST_LIST}; one that is named twice is added once.`,
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

export function refuse({ addresses, note }: AddOptOutsInput): Problem | null {
  if (addresses.length === 0) return new InvalidInput('addresses', 'Name at least one address.');
  if ((note?.length ?? 0) > LONGEST_NOTE)
    return new InvalidInput('note', `At most ${LONGEST_NOTE} characters.`);
  return null;
}
