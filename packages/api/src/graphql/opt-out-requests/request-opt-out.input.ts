import type { Channel, OptOutMethod, Signal } from '@adieu/domain';
import { Field, InputType } from 'type-graphql';
import { ChannelEnum, OptOutMethodEnum, SignalEnum } from '../shared/enums.ts';
import { ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class RequestOptOutInput extends IdempotentInput {
  @Field(() => String)
  readonly address!: string;

  @Field(() => ChannelEnum, { nullable: true, description: 'EMAIL if not given.' })
  readonly channel?: Channel | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also for the addresses on other channels that a contact links to this one.',
  })
  readonly allChannels!: boolean;

  @Field(() => ScopeInput)
  readonly scope!: ScopeInput;

  @Field(() => SignalEnum, {
    nullable: true,
    description: 'If not given: UNCLEAR for MANUAL, MAIL_REPLY and FILTER, else CLEAR.',
  })
  readonly signal?: Signal | null;

  @Field(() => OptOutMethodEnum, {
    nullable: true,
    description:
      'API if not given. Refused: ONE_CLICK, LINK, MAILTO, SMS_LINK, IMPORT, which only Adieu itself can have seen.',
  })
  readonly method?: OptOutMethod | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said, for whoever decides. Kept as evidence.',
  })
  readonly note?: string | null;
}
