import { connectionOf } from '../shared/connection.ts';
import type { ContactStanding } from '@adieu/db';
import type { Channel, ContactState } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChannelEnum, ContactStateEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('MergeField')
export class MergeFieldType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly value!: string;
}

@ObjectType('Contact', {
  description: 'An address in a book. Its state belongs to the address and shows in every book.',
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

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => String, { nullable: true, description: 'Null after erasure.' })
  address(): string | null {
    return this.row.address;
  }

  @Field(() => String, { nullable: true })
  language(): string | null {
    return this.row.language;
  }

  @Field(() => [MergeFieldType])
  fields(): MergeFieldType[] {
    return Object.entries(this.row.fields).map(([name, value]) => ({ name, value }));
  }

  @Field(() => ContactStateEnum, { description: 'What the gate says for this book, now.' })
  state(): ContactState {
    return this.row.state;
  }

  @Field(() => Date, { nullable: true, description: 'Since when it is paused or opted out.' })
  since(): Date | null {
    return this.row.since;
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }
}

export const ContactConnection = connectionOf('Contact', ContactType);
export type ContactConnection = InstanceType<typeof ContactConnection>;
