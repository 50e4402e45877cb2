import type { Beginning, BookRule } from '@adieu/domain';
import { readBeginning } from '@adieu/keys';
import { Field, InputType } from 'type-graphql';
import { BookRuleEnum } from './enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { WrongFields } from './wrong-fields.type.ts';

/** All that is needed before a first campaign. */
@InputType()
export abstract class BeginningInput extends IdempotentInput {
  @Field(() => String, { description: 'What recipients know you by.' })
  readonly organisation!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The first account; named like the organisation if not given.',
  })
  readonly account?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; picks the rules of law. Those of the EU if not given.',
  })
  readonly country?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IANA name; that of the country if not given. It has to be given where the country has several.',
  })
  readonly timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the account and of the first member: sv, cs, de, da or en; en if not given.',
  })
  readonly language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What mails show beside the address; the account’s name if not given.',
  })
  readonly senderName?: string | null;

  @Field(() => String, { description: 'What mails are from.' })
  readonly senderAddress!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The first address book; Newsletter if not given.',
  })
  readonly book?: string | null;

  @Field(() => BookRuleEnum, { nullable: true, description: 'MARKETING if not given.' })
  readonly rule?: BookRule | null;

  @Field(() => String, { description: 'The first member, who gets a link by mail.' })
  readonly memberName!: string;

  @Field(() => String)
  readonly memberAddress!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to make a campaigner’s key, too; it is shown this once.',
  })
  readonly key!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to make an admin’s key, too, which may do everything.',
  })
  readonly adminKey!: boolean;
}

/** What an input says, in its normal form; or each of its fields that can not be taken. */
export function readBeginningInput(input: BeginningInput): Beginning | WrongFields {
  const read = readBeginning(input);
  return 'wrong' in read ? new WrongFields(read.wrong) : read;
}
