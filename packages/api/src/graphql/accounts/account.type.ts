import type { Account } from '@adieu/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';
import { ThresholdsType } from './thresholds.type.ts';

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

  @Field(() => Boolean, { description: 'Its opt-outs are its own, not the organisation’s.' })
  keepsOwnList(): boolean {
    return this.row.keepsOwnList;
  }

  @Field(() => Date, { nullable: true, description: 'Nothing is sent for it any more.' })
  archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; picks the rules of law. Null = those of the EU.',
  })
  country(): string | null {
    return this.row.country ?? null;
  }

  @Field(() => String, { nullable: true, description: 'IANA name; null = that of the rules.' })
  timeZone(): string | null {
    return this.row.timeZone ?? null;
  }

  @Field(() => Int, { description: 'For how many days the links of confirmation mails work.' })
  doubleOptInDays(): number {
    return this.row.doubleOptInDays;
  }

  @Field(() => Boolean, {
    description:
      'Whether an SMS confirms each opt-out that came by SMS, and each return by a second word, also where no law asks for it.',
  })
  smsReceipts(): boolean {
    return this.row.smsReceipts;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The mailbox of people to whom answers to its mails are passed on that are no wish to leave; null: they are kept here (inboundMessages).',
  })
  replyAddress(): string | null {
    return this.row.replyAddress ?? null;
  }

  @Field(() => Boolean, {
    description:
      'Whether its mails ask for answers at that mailbox itself, which Adieu is given to read too. Where not, at an address of Adieu.',
  })
  readsReplies(): boolean {
    return this.row.readsReplies;
  }

  @Field(() => ThresholdsType)
  thresholds(): ThresholdsType {
    return new ThresholdsType(this.row);
  }
}
