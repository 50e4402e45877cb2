import { Field, Int, ObjectType } from 'type-graphql';
import { AddressBookType } from '../address-books/address-book.type.ts';

@ObjectType()
export class RejectedRow {
  @Field(() => Int, { description: '1 = the first line of the file.' })
  readonly line!: number;

  @Field(() => String, { nullable: true })
  readonly field!: string | null;

  @Field(() => String)
  readonly message!: string;
}

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly stillOptedOut: number;
  readonly rejectedCount: number;
  readonly rejected: readonly RejectedRow[];
}

@ObjectType({ description: 'Good rows are kept; bad ones are named.' })
export class ContactsImported {
  @Field(() => AddressBookType)
  readonly addressBook: AddressBookType;

  @Field(() => Int)
  readonly created: number;

  @Field(() => Int)
  readonly updated: number;

  @Field(() => Int, {
    description:
      'Of these, how many have an address that stays opted out or paused: an import revives nobody.',
  })
  readonly stillOptedOut: number;

  @Field(() => Int, { description: 'How many rows were not taken.' })
  readonly rejectedCount: number;

  @Field(() => [RejectedRow], { description: 'The first 1,000 of them.' })
  readonly rejected: readonly RejectedRow[];

  constructor(addressBook: AddressBookType, counts: Counts) {
    this.addressBook = addressBook;
    this.created = counts.created;
    this.updated = counts.updated;
    this.stillOptedOut = counts.stillOptedOut;
    this.rejectedCount = counts.rejectedCount;
    this.rejected = counts.rejected;
  }
}
