import { LONGEST_REASON_TEXT, MOST_OWN_REASONS } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { LocalisedTextInput } from '../campaigns/campaign-texts.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class AccountReasonInput {
  @Field(() => String, { description: 'What reports count by: A to Z, 0 to 9 and _, as TOO_DEAR.' })
  readonly key!: string;

  @Field(() => [LocalisedTextInput], {
    description: `Plain text, at most ${LONGEST_REASON_TEXT} characters; every reason in the same languages.`,
  })
  readonly texts!: LocalisedTextInput[];
}

@InputType()
export class SetAccountReasonsInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => [AccountReasonInput], {
    description: `The whole list in the order it is shown, at most ${MOST_OWN_REASONS}; empty = Adieu’s again.`,
  })
  readonly reasons!: AccountReasonInput[];
}
