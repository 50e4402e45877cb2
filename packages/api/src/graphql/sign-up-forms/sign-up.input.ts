import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType({ description: 'A post of a form, as its page passes it on.' })
export class SignUpInput extends IdempotentInput {
  @Field(() => ID)
  readonly formId!: string;

  @Field(() => String)
  readonly address!: string;

  @Field(() => String, { description: 'Of the mail: one of the form’s languages.' })
  readonly language!: string;

  @Field(() => String, {
    nullable: true,
    description: 'From the view; none where the form stands in the account’s own page.',
  })
  readonly shown?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the field that people do not see: what is in it was written by a program.',
  })
  readonly honeypot?: string | null;

  @Field(() => String, { nullable: true, description: 'The page; part of the proof.' })
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
