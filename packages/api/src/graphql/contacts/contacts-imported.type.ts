import type { ContactsImport } from '@adieu/db';
import { Field, Int, ObjectType } from 'type-graphql';
import { AddressBookType } from '../address-books/address-book.type.ts';

@ObjectType({ description: 'What is told of one row.' })
export class ImportedRow {
  @Field(() => Int, { description: '1 = the first line of the file.' })
  readonly line!: number;

  @Field(() => String, { nullable: true })
  readonly field!: string | null;

  @Field(() => String)
  readonly message!: string;
}

export type Counts = ContactsImport;

@ObjectType({
  description:
    'Good rows are kept; bad ones are named. created, updated, optedOut, outBefore, duplicates, blank and rejectedCount make up all rows.',
})
export class ContactsImported {
  @Field(() => AddressBookType)
  readonly addressBook: AddressBookType;

  @Field(() => Int)
  readonly rows: number;

  @Field(() => Int)
  readonly created: number;

  @Field(() => Int)
  readonly updated: number;

  @Field(() => Int, {
    description:
      'Of these, how many have an address that stays opted out or paused: an import revives nobody.',
  })
  readonly stillOptedOut: number;

  @Field(() => Int, {
    description:
      'Of these, how many have an address at which mail comes back: nothing is sent there until `liftUndeliverable`.',
  })
  readonly stillUndeliverable: number;

  @Field(() => Int, {
    description: 'Rows of people who left by the list: opted out of the book by this import.',
  })
  readonly optedOut: number;

  @Field(() => Int, {
    description: 'Rows of people who left by the list and were opted out of the book before it.',
  })
  readonly outBefore: number;

  @Field(() => Int, { description: 'Rows that say the addresses of an earlier one, which counts.' })
  readonly duplicates: number;

  @Field(() => Int)
  readonly blank: number;

  @Field(() => Int, { description: 'How many rows were not taken.' })
  readonly rejectedCount: number;

  @Field(() => [ImportedRow], { description: 'The first 1,000 of them.' })
  readonly rejected: readonly ImportedRow[];

  @Field(() => [ImportedRow], {
    description:
      'What else is to be told: unknown languages and time zones, rows that are there twice. The first 1,000.',
  })
  readonly notes: readonly ImportedRow[];

  constructor(addressBook: AddressBookType, counts: Counts) {
    this.addressBook = addressBook;
    this.rows = counts.rows;
    this.created = counts.created;
    this.updated = counts.updated;
    this.stillOptedOut = counts.stillOptedOut;
    this.stillUndeliverable = counts.stillUndeliverable;
    this.optedOut = counts.optedOut;
    this.outBefore = counts.outBefore;
    this.duplicates = counts.duplicates;
    this.blank = counts.blank;
    this.rejectedCount = counts.rejectedCount;
    this.rejected = counts.rejected;
    this.notes = counts.notes;
  }
}
