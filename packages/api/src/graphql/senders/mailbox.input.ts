import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Who an account’s mails are from: `News <news@example.test>`.' })
export class MailboxInput {
  @Field(() => String, {
    nullable: true,
    description: 'What readers see before the address. Any characters, in one line.',
  })
  readonly name?: string | null;

  @Field(() => String)
  readonly address!: string;
}
