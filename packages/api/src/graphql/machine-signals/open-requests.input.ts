import { Field, ID, InputType } from 'type-graphql';
import { ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class OpenRequestsFromMachineSignalsInput extends IdempotentInput {
  @Field(() => [ID], {
    description: `At most ${LONGEST_LIST}; one that is named twice counts once.`,
  })
  readonly ids!: string[];

  @Field(() => ScopeInput, {
    nullable: true,
    description:
      'What they leave. If not given: what the link of each signal’s own message leaves.',
  })
  readonly scope?: ScopeInput | null;

  @Field(() => String, { nullable: true, description: 'Why; kept as evidence.' })
  readonly note?: string | null;
}
