import type { SignUpForm } from '@adieu/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';

@ObjectType('SignUpForm', {
  description: 'By which people ask for a book. A post of it only starts a double opt-in.',
})
export class SignUpFormType {
  readonly row: SignUpForm;

  constructor(row: SignUpForm) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('form', this.row.id);
  }

  @Field(() => String)
  title(): string {
    return this.row.title;
  }

  @Field(() => String, { description: 'The full text to agree to; part of the proof.' })
  declaration(): string {
    return this.row.declaration;
  }

  @Field(() => Int, { description: 'One more with each change of the declaration.' })
  declarationVersion(): number {
    return this.row.declarationVersion;
  }

  @Field(() => [String])
  languages(): readonly string[] {
    return this.row.languages;
  }

  @Field(() => [String], { description: 'Where it may stand in a frame; none = nowhere.' })
  origins(): readonly string[] {
    return this.row.origins;
  }

  @Field(() => String, { nullable: true, description: 'Null for its own done page.' })
  redirectUrl(): string | null {
    return this.row.redirectUrl;
  }
}
