import { Field, ObjectType } from 'type-graphql';
import { BrandType } from '../brand/brand.type.ts';

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

  @Field(() => String, { nullable: true })
  readonly language!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The account’s (IANA): a guess for readers whose language tells nothing.',
  })
  readonly accountTimeZone!: string | null;

  @Field(() => String, { description: 'The full text to agree to.' })
  readonly declaration!: string;

  @Field(() => String)
  readonly scopeName!: string;

  @Field(() => Date)
  readonly expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was confirmed already.' })
  readonly confirmedAt!: Date | null;
}
