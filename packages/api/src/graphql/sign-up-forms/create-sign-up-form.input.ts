import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class CreateSignUpFormInput extends IdempotentInput {
  @Field(() => ID, { description: 'A marketing book.' })
  readonly addressBookId!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'The full text to agree to.' })
  readonly declaration!: string;

  @Field(() => [String], { description: 'Of sv, cs, de, da and en.' })
  readonly languages!: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Where it may stand in a frame: `https://shop.example.test`. None = nowhere.',
  })
  readonly origins?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where people go after the post, at one of the origins.',
  })
  readonly redirectUrl?: string | null;
}
