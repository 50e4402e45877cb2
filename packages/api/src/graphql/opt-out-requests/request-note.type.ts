import type { RequestNote } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('RequestNote', { description: 'What somebody wrote down when they passed a wish on.' })
export class RequestNoteType implements Pick<RequestNote, 'at' | 'text'> {
  @Field(() => Date)
  readonly at!: Date;

  @Field(() => String, { description: 'As it was written: text, never markup.' })
  readonly text!: string;
}
