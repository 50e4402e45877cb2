import type { AddressStanding } from '@adieu/db';
import type { Channel, ContactState } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { ChannelEnum, ContactStateEnum } from '../shared/enums.ts';

@ObjectType('ContactAddress', {
  description: 'An address of a contact. Its state is its own, and shows in every book.',
})
export class ContactAddressType {
  readonly row: AddressStanding;

  constructor(row: AddressStanding) {
    this.row = row;
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => String)
  address(): string {
    return this.row.address;
  }

  @Field(() => ContactStateEnum, { description: 'What the gate says for this book, now.' })
  state(): ContactState {
    return this.row.state;
  }

  @Field(() => Date, { nullable: true, description: 'Since when it is paused or opted out.' })
  since(): Date | null {
    return this.row.since;
  }
}
