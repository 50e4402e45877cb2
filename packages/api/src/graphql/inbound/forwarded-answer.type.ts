import { Field, ObjectType } from 'type-graphql';

@ObjectType('ForwardedAnswer', {
  description: 'How an answer went to whoever reads the account’s mail.',
})
export class ForwardedAnswerType {
  @Field(() => Date)
  readonly askedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it is on its way.' })
  readonly endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'SENT where the mail server took it, else why it did not go.',
  })
  readonly outcome!: string | null;
}
