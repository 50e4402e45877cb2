import type { SmsCount } from '@adieu/templates';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('SmsCount', { description: 'What a text costs to send, its way out included.' })
export class SmsCountType implements SmsCount {
  @Field(() => String, { description: 'GSM-7 or UCS-2' })
  readonly encoding!: SmsCount['encoding'];

  @Field(() => Int)
  readonly characters!: number;

  @Field(() => Int, {
    description: 'As it is paid for: 160 characters, or 153 each of several; in UCS-2 70, or 67.',
  })
  readonly parts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The first character that is not in GSM-7; null where all are.',
  })
  readonly forcedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text in GSM-7, to take instead; never sent unasked. Null where none is needed, or some character has none.',
  })
  readonly replacement!: string | null;
}
