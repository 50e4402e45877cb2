import type { MailPreview, SmsCount } from '@adieu/templates';
import { Field, Int, ObjectType } from 'type-graphql';
import type { KnownFinding } from '../campaigns/known-finding.ts';
import { CampaignFindingType } from '../campaigns/campaign-check.type.ts';
import type { SmsAudience } from '../campaigns/count-sms.ts';
import { SMS_AUDIENCE, SmsAudienceType } from '../campaigns/sms-audience.type.ts';
import { SmsCountType } from './sms-count.type.ts';

@ObjectType('MailHeader')
export class MailHeaderType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'As it goes over the wire, on one line.' })
  readonly value!: string;
}

@ObjectType('CampaignPreview', {
  description:
    'One reader’s message as it would be sent now. Its ways out lead nowhere. Of an SMS there is a text alone.',
})
export class CampaignPreviewType {
  readonly content: MailPreview;

  @Field(() => [MailHeaderType], { description: 'All but the signature (DKIM).' })
  readonly headers: readonly MailHeaderType[];

  @Field(() => Int, { description: 'Of the whole mail, or of the text of an SMS, in bytes.' })
  readonly size: number;

  @Field(() => [CampaignFindingType], { description: 'What checkCampaign finds. Errors first.' })
  readonly findings: readonly KnownFinding[];

  @Field(() => SmsCountType, { nullable: true, description: 'Of an SMS; null of a mail.' })
  readonly sms: SmsCount | null;

  readonly audience: SmsAudience | null;

  constructor(
    content: MailPreview,
    mail: { headers: readonly MailHeaderType[]; size: number },
    findings: readonly KnownFinding[],
    sms: SmsCount | null,
    audience: SmsAudience | null,
  ) {
    this.content = content;
    this.headers = mail.headers;
    this.size = mail.size;
    this.findings = findings;
    this.sms = sms;
    this.audience = audience;
  }

  @Field(() => SmsAudienceType, { nullable: true, description: SMS_AUDIENCE })
  smsAudience(): SmsAudienceType | null {
    return this.audience && new SmsAudienceType(this.audience);
  }

  @Field(() => String)
  subject(): string {
    return this.content.subject;
  }

  @Field(() => String)
  html(): string {
    return this.content.html;
  }

  @Field(() => String)
  text(): string {
    return this.content.text;
  }

  @Field(() => String, { description: 'In which the way out speaks to this reader.' })
  language(): string {
    return this.content.language;
  }

  @Field(() => [String], {
    description:
      'Fields that the text can not do without and this reader has not. Their names in brackets stand in; to such a contact no mail is sent.',
  })
  missingFields(): readonly string[] {
    return this.content.missing;
  }
}
