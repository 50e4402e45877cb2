import type { Channel } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ChannelEnum } from '../shared/enums.ts';
import { ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class ConsentItemInput {
  @Field(() => String)
  readonly address!: string;

  @Field(() => ChannelEnum, { nullable: true, description: 'EMAIL if not given.' })
  readonly channel?: Channel | null;

  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => String, { description: 'What was agreed to, word for word.' })
  readonly consentText!: string;

  @Field(() => String, { description: 'Where it came from: a form, a fair, a contract.' })
  readonly source!: string;

  @Field(() => Date)
  readonly obtainedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'What uploadEvidence gave.' })
  readonly evidenceFile?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the person: sv, cs, de, da or en.' })
  readonly language?: string | null;
}

@InputType()
export class RecordConsentsInput extends IdempotentInput {
  @Field(() => [ConsentItemInput], { description: `At most ${LONGEST_LIST}.` })
  readonly items!: ConsentItemInput[];
}
