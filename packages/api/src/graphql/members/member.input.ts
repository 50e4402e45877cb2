import type { MemberRole } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { MemberRoleEnum } from '../shared/caller-enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class MemberRoleInput {
  @Field(() => MemberRoleEnum)
  readonly role!: MemberRole;

  @Field(() => ID, {
    nullable: true,
    description: 'Not given: for every account of the organisation, and what belongs to none.',
  })
  readonly accountId?: string | null;
}

@InputType()
export class InviteMemberInput extends IdempotentInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly email!: string;

  @Field(() => [MemberRoleInput], { description: 'At least one.' })
  readonly roles!: MemberRoleInput[];

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en; en if not given.' })
  readonly language?: string | null;

  @Field(() => GraphQLISO8601Duration, {
    nullable: true,
    description: 'At most one digest in it, from PT1M to P30D; P1D if not given.',
  })
  readonly digestPeriod?: string | null;
}

@InputType({ description: 'What is not given stays.' })
export class ChangeMemberInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => String, { nullable: true })
  readonly email?: string | null;

  @Field(() => [MemberRoleInput], {
    nullable: true,
    description: 'All of them: what is not among these they hold no more.',
  })
  readonly roles?: MemberRoleInput[] | null;

  @Field(() => String, { nullable: true })
  readonly language?: string | null;

  @Field(() => GraphQLISO8601Duration, { nullable: true })
  readonly digestPeriod?: string | null;

  @Field(() => Boolean, { nullable: true })
  readonly active?: boolean | null;
}
