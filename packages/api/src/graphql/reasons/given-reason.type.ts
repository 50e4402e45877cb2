import { connectionOf } from '../shared/connection.ts';
import type { GivenReason } from '@adieu/db';
import { wordsFor } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('GivenReason', { description: 'Why somebody left, as they said afterwards.' })
export class GivenReasonType implements Pick<GivenReason, 'text' | 'language' | 'givenAt'> {
  @Field(() => String, {
    nullable: true,
    description:
      'What they picked: a word of Adieu’s list, or the text of the account’s own reason.',
  })
  readonly reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In their own words; plain text, never markup.',
  })
  readonly text: string | null;

  @Field(() => String, { nullable: true })
  readonly language: GivenReason['language'];

  @Field(() => Date)
  readonly givenAt: Date;

  constructor(row: GivenReason & { readonly texts: Readonly<Record<string, string>> | null }) {
    const { texts, reason, language } = row;
    this.reason = (texts && wordsFor(texts, language)?.text) ?? reason;
    this.text = row.text;
    this.language = language;
    this.givenAt = row.givenAt;
  }
}

export const GivenReasonConnection = connectionOf('GivenReason', GivenReasonType);
export type GivenReasonConnection = InstanceType<typeof GivenReasonConnection>;
