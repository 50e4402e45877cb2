import type { Account, Organisation, Topic } from '@adieu/db';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../ids.ts';

@ObjectType('Organisation')
export class OrganisationType {
  readonly row: Organisation;

  constructor(row: Organisation) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('org', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }
}

@ObjectType('Account', { description: 'A unit inside an organisation, with a sender of its own.' })
export class AccountType {
  readonly row: Account;

  constructor(row: Account) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('account', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => String, {
    description: 'The language of texts for people whose language is unknown.',
  })
  defaultLanguage(): string {
    return this.row.defaultLanguage;
  }
}

@ObjectType('Topic', { description: 'A subject that recipients pick.' })
export class TopicType {
  readonly row: Topic;

  constructor(row: Topic) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('topic', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }
}
