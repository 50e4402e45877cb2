import { Field, ObjectType } from 'type-graphql';

@ObjectType('LocalisedText')
export class LocalisedTextType {
  @Field(() => String)
  readonly language: string;

  @Field(() => String)
  readonly text: string;

  constructor(language: string, text: string) {
    this.language = language;
    this.text = text;
  }
}
