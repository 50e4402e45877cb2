import type { OwnReason } from '@adieu/db';
import { LANGUAGES } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalisedTextType } from '../campaigns/localised-text.type.ts';

@ObjectType('AccountReason', { description: 'One of an account’s own list.' })
export class AccountReasonType {
  private readonly row: OwnReason;

  constructor(row: OwnReason) {
    this.row = row;
  }

  @Field(() => ID, { description: 'Another one for another wording.' })
  id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: 'Stays when the wording changes.' })
  key(): string {
    return this.row.key;
  }

  @Field(() => [LocalisedTextType])
  texts(): LocalisedTextType[] {
    return LANGUAGES.flatMap((language) => {
      const text = this.row.texts[language];
      return text === undefined ? [] : [{ language, text }];
    });
  }
}
