import { connectionOf } from '../shared/connection.ts';
import type { ContactStanding } from '@adieu/db';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';
import { ContactAddressType } from './contact-address.type.ts';

@ObjectType('MergeField')
export class MergeFieldType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly value!: string;
}

@ObjectType('Contact', {
  description: 'A person in a book.',
})
export class ContactType {
  readonly row: ContactStanding;

  constructor(row: ContactStanding) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('contact', this.row.id);
  }

  @Field(() => [ContactAddressType], { description: 'At most one for each channel.' })
  addresses(): ContactAddressType[] {
    return this.row.addresses.map((each) => new ContactAddressType(each));
  }

  @Field(() => String, { nullable: true })
  language(): string | null {
    return this.row.language;
  }

  @Field(() => [MergeFieldType])
  fields(): MergeFieldType[] {
    return Object.entries(this.row.fields).map(([name, value]) => ({ name, value }));
  }

  @Field(() => [String], { description: 'The groups that it is in.' })
  tags(): readonly string[] {
    return this.row.tags;
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }
}

export const ContactConnection = connectionOf('Contact', ContactType);
export type ContactConnection = InstanceType<typeof ContactConnection>;
