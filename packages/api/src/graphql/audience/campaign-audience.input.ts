import { AUDIENCE_LIMITS, type AudienceTest } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { AudienceTestEnum } from '../shared/enums.ts';

@InputType({ description: 'What must hold of a contact.' })
export class AudienceConditionInput {
  @Field(() => String, { description: 'A field of the book’s contacts, as in first_name.' })
  readonly field!: string;

  @Field(() => AudienceTestEnum)
  readonly is!: AudienceTest;

  @Field(() => String, {
    nullable: true,
    description:
      'Not with EXISTS and MISSING. To be compared: a number (12.5) or a day (2026-01-31).',
  })
  readonly value?: string | null;
}

@InputType({ description: 'Which part of a book. What is not given narrows nothing.' })
export class CampaignAudienceInput {
  @Field(() => [AudienceConditionInput], {
    nullable: true,
    description: `All must hold. With \`anyOf\` at most ${AUDIENCE_LIMITS.conditions}.`,
  })
  readonly where?: AudienceConditionInput[] | null;

  @Field(() => [AudienceConditionInput], {
    nullable: true,
    description: 'At least one of these must hold.',
  })
  readonly anyOf?: AudienceConditionInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Who gets mails in one of these: sv, cs, de, da or en. The account’s counts for contacts that have none.',
  })
  readonly languages?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Who hears about one of these topics, at most ${AUDIENCE_LIMITS.ids}: left it not.`,
  })
  readonly topics?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Not the contacts of these books of the same account; at most ${AUDIENCE_LIMITS.ids}.`,
  })
  readonly exceptBooks?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Not who got one of these campaigns of the same account, or will; at most ${AUDIENCE_LIMITS.ids}.`,
  })
  readonly exceptCampaigns?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Not these e-mail addresses, at most ${AUDIENCE_LIMITS.addresses}; also where they are imported later.`,
  })
  readonly exceptAddresses?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Only these e-mail addresses, at most ${AUDIENCE_LIMITS.addresses}, as far as they are contacts of the book.`,
  })
  readonly onlyAddresses?: string[] | null;
}
