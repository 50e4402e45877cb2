import type { Channel, DoubleOptInState } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { BrandType } from '../brand/brand.type.ts';
import { CurrentOptOutType } from '../preferences/current-opt-out.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';
import { ChannelEnum, DoubleOptInStateEnum } from '../shared/enums.ts';

@ObjectType('DoubleOptInView', { description: 'What the link of a confirmation mail shows.' })
export class DoubleOptInViewType {
  @Field(() => String)
  readonly organisationName!: string;

  @Field(() => String)
  readonly accountName!: string;

  @Field(() => BrandType, { nullable: true })
  readonly brand!: BrandType | null;

  @Field(() => String)
  readonly maskedAddress!: string;

  @Field(() => [ChannelEnum], {
    description: 'All on which the same person has addresses; the first is what the link confirms.',
  })
  readonly channels!: readonly Channel[];

  @Field(() => String, { nullable: true })
  readonly language!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the recipient lives (IANA), if a contact’s field `time_zone` says it.',
  })
  readonly timeZone!: string | null;

  @Field(() => String, {
    description:
      'The account’s (IANA), or its regime’s: a guess for readers whose language tells nothing.',
  })
  readonly accountTimeZone!: string;

  @Field(() => String, { description: 'The full text to agree to.' })
  readonly declaration!: string;

  @Field(() => ScopeType)
  readonly scope!: ScopeType;

  @Field(() => DoubleOptInStateEnum, { description: 'As the gate has it now.' })
  readonly state!: DoubleOptInState;

  @Field(() => Date, { nullable: true, description: 'Of LEFT_AGAIN: since when.' })
  readonly leftAgainAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The recipient chose a pause: no marketing before.',
  })
  readonly pausedUntil!: Date | null;

  @Field(() => [CurrentOptOutType], {
    description:
      'What else of the account stays off. All marketing of the account or the organisation among these means all the rest of it.',
  })
  readonly stillLeft!: CurrentOptOutType[];

  @Field(() => Date)
  readonly expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was confirmed already.' })
  readonly confirmedAt!: Date | null;
}
