import type {
  Campaign,
  CampaignProgress,
  CampaignWarning,
  CountedCampaign,
  OptOutsBy,
  ReportBucket,
} from '@adieu/db';
import type { OptOutMethod, ScopeKind, WarningKind } from '@adieu/domain';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { OptOutMethodEnum, ScopeKindEnum, WarningKindEnum } from '../shared/enums.ts';
import { LocalisedTextType } from '../campaigns/localised-text.type.ts';
import { StoppedCountType } from '../campaigns/campaign-progress.type.ts';

@ObjectType('OptOutsByMethod')
export class OptOutsByMethodType {
  @Field(() => OptOutMethodEnum)
  readonly method!: OptOutMethod;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('OptOutsByScope')
export class OptOutsByScopeType {
  @Field(() => ScopeKindEnum)
  readonly scopeKind!: ScopeKind;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('OptOutsByReason')
export class OptOutsByReasonType {
  readonly row: OptOutsBy['reason'][number];

  constructor(row: OptOutsBy['reason'][number]) {
    this.row = row;
  }

  @Field(() => String, {
    description: 'A word of Adieu’s list or the key of the account’s own reason.',
  })
  reason(): string {
    return this.row.reason;
  }

  @Field(() => [LocalisedTextType], {
    description: 'What the account’s own reason says; empty for Adieu’s.',
  })
  texts(): LocalisedTextType[] {
    return Object.entries(this.row.texts ?? {}).map(
      ([language, text]) => new LocalisedTextType(language, text),
    );
  }

  @Field(() => Int)
  count(): number {
    return this.row.count;
  }
}

@ObjectType('ReportBucket', { description: 'An hour or a day in which something happened, UTC.' })
export class ReportBucketType implements ReportBucket {
  @Field(() => Date)
  readonly from!: Date;

  @Field(() => Int)
  readonly sent!: number;

  @Field(() => Int)
  readonly bounced!: number;

  @Field(() => Int)
  readonly optOuts!: number;

  @Field(() => Int)
  readonly complaints!: number;
}

@ObjectType('CampaignWarning', { description: 'Raised once for each campaign and kind.' })
export class CampaignWarningType implements CampaignWarning {
  @Field(() => WarningKindEnum)
  readonly kind!: WarningKind;

  @Field(() => Date)
  readonly raisedAt!: Date;

  @Field(() => Int, { description: 'Messages sent by then.' })
  readonly sent!: number;

  @Field(() => Int, { description: 'Those who had left, or complained, by then.' })
  readonly counted!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The account’s average opt-out rate before, where it has one; null for complaints.',
  })
  readonly usual!: number | null;
}

@ObjectType('CampaignReport', { description: 'What became of a campaign, counted now.' })
export class CampaignReportType {
  readonly campaign: Pick<Campaign, 'id'>;
  readonly progress: CampaignProgress;
  readonly counted: CountedCampaign;

  constructor(
    campaign: Pick<Campaign, 'id'>,
    progress: CampaignProgress,
    counted: CountedCampaign,
  ) {
    this.campaign = campaign;
    this.progress = progress;
    this.counted = counted;
  }

  @Field(() => Int, { description: 'Its messages, whatever became of them.' })
  audience(): number {
    return Object.values(this.progress.byState).reduce((sum, count) => sum + count, 0);
  }

  @Field(() => Int, { description: 'Taken over by the mail server or the SMS gateway.' })
  sent(): number {
    return this.counted.sent;
  }

  @Field(() => Int, { description: 'Stopped by the gate.' })
  stopped(): number {
    return this.progress.byState.STOPPED;
  }

  @Field(() => [StoppedCountType])
  stoppedBecause(): readonly StoppedCountType[] {
    return this.progress.stoppedBecause;
  }

  @Field(() => Int, {
    description:
      'More than their recipients want now: they go at the end of each one’s period, several in one mail.',
  })
  held(): number {
    return this.progress.byState.HELD;
  }

  @Field(() => Int, {
    description: 'Refused for good by the mail server or the SMS gateway, as it was handed over.',
  })
  failed(): number {
    return this.progress.byState.FAILED;
  }

  @Field(() => Int, { description: 'Messages that came back after the mail server took them.' })
  bounced(): number {
    return this.counted.bounced;
  }

  @Field(() => Int, {
    description:
      'Messages to a mailbox that does not exist, as the mail server said at the hand-over or a report did later.',
  })
  hardBounces(): number {
    return this.counted.hardBounces;
  }

  @Field(() => Int, {
    description:
      'Messages that could not be delivered now, as where the mailbox is full; likewise.',
  })
  softBounces(): number {
    return this.counted.softBounces;
  }

  @Field(() => Int, { description: 'People who left, each once.' })
  optOuts(): number {
    return this.counted.optOuts;
  }

  @Field(() => Int, { description: 'People who reported it as spam, each once.' })
  complaints(): number {
    return this.counted.complaints;
  }

  @Field(() => Float, { description: '`optOuts` of `sent`, 0 to 1; 0 where nothing was sent.' })
  optOutRate(): number {
    return rateOf(this.counted.optOuts, this.counted.sent);
  }

  @Field(() => Float, { description: '`complaints` of `sent`, 0 to 1; 0 where nothing was sent.' })
  complaintRate(): number {
    return rateOf(this.counted.complaints, this.counted.sent);
  }
}

export function rateOf(count: number, sent: number): number {
  return sent === 0 ? 0 : count / sent;
}
