import { Field, ObjectType } from 'type-graphql';
import { BrandType } from '../brand/brand.type.ts';

@ObjectType('SignUpFormView', { description: 'All that the page of a form shows.' })
export class SignUpFormViewType {
  @Field(() => String)
  readonly organisationName!: string;

  @Field(() => String)
  readonly accountName!: string;

  @Field(() => BrandType, { nullable: true })
  readonly brand!: BrandType | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'The full text to agree to.' })
  readonly declaration!: string;

  @Field(() => [String], { description: 'That its mails may be asked for in.' })
  readonly languages!: readonly string[];

  @Field(() => [String], { description: 'Where it may stand in a frame; none = nowhere.' })
  readonly origins!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Where people go after the post.' })
  readonly redirectUrl!: string | null;

  @Field(() => String, { description: 'Goes back with the post: says when this was shown.' })
  readonly shown!: string;
}
