import type { Channel } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ChannelEnum } from '../shared/enums.ts';
import { ScopeInput } from '../scopes/scope.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType({
  description:
    'By a link’s token alone, by the token of a confirmation mail with a scope, or by a key with address and scope.',
})
export class StartDoubleOptInInput extends IdempotentInput {
  @Field(() => String, { nullable: true })
  readonly token?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'With a token: the topic to come back to; else the widest that was left.',
  })
  readonly topicId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a confirmation mail’s link, in any state: asks once more, for the scope that is named.',
  })
  readonly confirmationToken?: string | null;

  @Field(() => String, { nullable: true })
  readonly address?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'EMAIL if not given.' })
  readonly channel?: Channel | null;

  @Field(() => ScopeInput, { nullable: true })
  readonly scope?: ScopeInput | null;

  @Field(() => String, { nullable: true, description: 'Of the mail: sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The page where it was asked for; part of the proof.',
  })
  readonly formUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IP address of the visitor, part of the proof. Of our own pages; for all others it is the address that they come from.',
  })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;
}
