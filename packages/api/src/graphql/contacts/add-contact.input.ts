import { Field, ID, InputType } from 'type-graphql';
import { ContactInput } from './contact.input.ts';

@InputType()
export class AddContactInput extends ContactInput {
  @Field(() => ID)
  readonly addressBookId!: string;
}
