import type { AudienceCount, Campaign } from '@adieu/db';
import type { AudienceCondition, AudienceTest } from '@adieu/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { AudienceTestEnum } from '../shared/enums.ts';

@ObjectType('AudienceCondition', { description: 'What must hold of a contact.' })
export class AudienceConditionType {
  @Field(() => String)
  readonly field!: string;

  @Field(() => AudienceTestEnum)
  readonly is!: AudienceTest;

  @Field(() => String, { nullable: true })
  readonly value!: string | null;
}

@ObjectType('AudienceAddresses', { description: 'Addresses that were named. They are not shown.' })
export class AudienceAddressesType {
  @Field(() => Int, { description: 'Each once.' })
  readonly given!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many are no contacts of the book now; null where it was sent.',
  })
  readonly notInBook!: number | null;
}

@ObjectType('AudienceStop')
export class AudienceStopType {
  @Field(() => String, {
    description:
      'As for messages: OPTED_OUT, PAUSED, SIGN_UP_UNCONFIRMED, SNOOZED, FREQUENCY_CAP, CONTACT_REMOVED, ARCHIVED, …',
  })
  readonly reason!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('AudienceCount', {
  description: 'Whom a draft goes to, counted now. The gate asks again at each hand-over.',
})
export class AudienceCountType {
  readonly counted: AudienceCount;

  constructor(counted: AudienceCount) {
    this.counted = counted;
  }

  @Field(() => Int, { description: 'Contacts, with those that the gate would stop.' })
  total(): number {
    return this.counted.total;
  }

  @Field(() => Int, { description: 'Whom the gate would let through now.' })
  reachable(): number {
    return this.counted.reachable;
  }

  @Field(() => [AudienceStopType], {
    description: 'Whom it would stop now, by reason; the most frequent first.',
  })
  stopped(): readonly AudienceStopType[] {
    return this.counted.stopped;
  }
}

@ObjectType('CampaignAudience', {
  description:
    'Which part of its book a campaign goes to: null or none does not narrow it. By hand: its recipients.',
})
export class CampaignAudienceType {
  readonly row: Campaign;

  constructor(row: Campaign) {
    this.row = row;
  }

  @Field(() => [AudienceConditionType], { description: 'All must hold.' })
  where(): readonly AudienceCondition[] {
    return this.row.audience?.where ?? [];
  }

  @Field(() => [AudienceConditionType], {
    description: 'One of these must hold, where there are any.',
  })
  anyOf(): readonly AudienceCondition[] {
    return this.row.audience?.anyOf ?? [];
  }

  @Field(() => [String], { nullable: true })
  languages(): readonly string[] | null {
    return this.row.audience?.languages ?? null;
  }
}
