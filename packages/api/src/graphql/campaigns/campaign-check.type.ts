import { FINDING_CODES, FINDING_LEVELS } from '@adieu/templates';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { KnownFinding } from './known-finding.ts';
import { Problem } from '../shared/problems.ts';
import { CampaignType } from './campaign.type.ts';
import type { SmsAudience } from './count-sms.ts';
import { SMS_AUDIENCE, SmsAudienceType } from './sms-audience.type.ts';

const FindingLevelEnum = Object.fromEntries(FINDING_LEVELS.map((level) => [level, level]));
registerEnumType(FindingLevelEnum, {
  name: 'FindingLevel',
  description: 'An ERROR stops the send.',
});
const FindingCodeEnum = Object.fromEntries(FINDING_CODES.map((code) => [code, code]));
registerEnumType(FindingCodeEnum, { name: 'FindingCode' });

@ObjectType('FindingPlace', { description: 'Where in the text of the author.' })
export class FindingPlaceType {
  @Field(() => String, {
    description: 'subject, mjml, html, text, partials, sender, audience or campaign',
  })
  readonly part!: string;

  @Field(() => Int, {
    nullable: true,
    description: '1 = the first line; null where it is about all of it.',
  })
  readonly line!: number | null;

  @Field(() => Int, { nullable: true, description: '1 = the first column.' })
  readonly column!: number | null;

  @Field(() => String, { nullable: true, description: 'The element as it is sent, cut short.' })
  readonly element!: string | null;
}

@ObjectType('FindingAcceptance', { description: 'Somebody took a warning upon themselves.' })
export class FindingAcceptanceType {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { description: 'The name of the key.' })
  readonly by!: string;

  @Field(() => Date)
  readonly at!: Date;
}

@ObjectType('CampaignFinding', {
  description: 'What an author should know before the campaign is sent.',
})
export class CampaignFindingType {
  @Field(() => ID, { description: 'The same as long as it says the same of this campaign.' })
  readonly id!: string;

  @Field(() => FindingLevelEnum)
  readonly level!: string;

  @Field(() => FindingCodeEnum)
  readonly code!: string;

  @Field(() => String, { nullable: true, description: 'Of the text that it is about; null = all.' })
  readonly language!: string | null;

  @Field(() => FindingPlaceType)
  readonly place!: FindingPlaceType;

  @Field(() => String)
  readonly message!: string;

  @Field(() => String, { description: 'What to do.' })
  readonly fix!: string;

  @Field(() => FindingAcceptanceType, {
    nullable: true,
    description: 'Null where nobody accepted it.',
  })
  readonly accepted!: FindingAcceptanceType | null;
}

@ObjectType('CampaignCheck', { description: 'A campaign as it would be sent now, looked over.' })
export class CampaignCheckType {
  @Field(() => CampaignType, {
    nullable: true,
    description: 'Null where there is no such campaign.',
  })
  readonly campaign: CampaignType | null;

  @Field(() => [CampaignFindingType], { description: 'Errors first.' })
  readonly findings: readonly KnownFinding[];

  readonly sms: SmsAudience | null;

  constructor(
    campaign: CampaignType | null,
    findings: readonly KnownFinding[],
    sms: SmsAudience | null,
  ) {
    this.campaign = campaign;
    this.findings = findings;
    this.sms = sms;
  }

  @Field(() => SmsAudienceType, { nullable: true, description: SMS_AUDIENCE })
  smsAudience(): SmsAudienceType | null {
    return this.sms && new SmsAudienceType(this.sms);
  }

  @Field(() => Boolean, { description: 'There are no errors.' })
  maySend(): boolean {
    return this.campaign !== null && this.findings.every(({ level }) => level !== 'ERROR');
  }
}

@ObjectType('CampaignCheckFailed', {
  implements: Problem,
  description: 'The check found errors: nothing was sent.',
})
export class CampaignCheckFailed extends Problem {
  @Field(() => [CampaignFindingType], { description: 'Errors first, then warnings.' })
  readonly findings: readonly KnownFinding[];

  constructor(findings: readonly KnownFinding[]) {
    super('CAMPAIGN_CHECK', `${findings[0]?.message ?? ''}. ${findings[0]?.fix ?? ''}`, 'id');
    this.findings = findings;
  }
}
