import { MOST_COUNTED, type SmsCount, type SmsTally } from '@adieu/templates';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { SmsCountType } from '../previews/sms-count.type.ts';
import { toId } from '../shared/ids.ts';
import type { SmsAudience, SmsLanguage } from './count-sms.ts';

type Example = NonNullable<SmsTally['longest']>;

@ObjectType('SmsExample', { description: 'One reader’s text, its way out included.' })
export class SmsExampleType {
  readonly example: Example;

  constructor(example: Example) {
    this.example = example;
  }

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose it is: previewCampaign shows it. Null of a recipient by hand, and where nobody gets this text: then it is filled for somebody who has no fields.',
  })
  contactId(): string | null {
    const { contactId } = this.example;
    return contactId === null ? null : toId('contact', contactId);
  }

  @Field(() => SmsCountType)
  count(): SmsCount {
    return this.example.count;
  }
}

@ObjectType('SmsLanguage', { description: 'One text of a campaign by SMS, and what it comes to.' })
export class SmsLanguageType {
  readonly of: SmsLanguage;

  constructor(of: SmsLanguage) {
    this.of = of;
  }

  @Field(() => String, { description: 'Of the text.' })
  language(): string {
    return this.of.language;
  }

  @Field(() => Int, { description: 'Who gets this text; of a sample, reckoned from it.' })
  recipients(): number {
    return this.of.recipients;
  }

  @Field(() => Int, { description: 'For all of them; of a sample, reckoned from it.' })
  parts(): number {
    return this.of.parts;
  }

  @Field(() => SmsExampleType, {
    nullable: true,
    description: 'As many texts are longer as are shorter. Null where none can be filled.',
  })
  median(): SmsExampleType | null {
    const { median } = this.of;
    return median && new SmsExampleType(median);
  }

  @Field(() => SmsExampleType, { nullable: true, description: 'Null where none can be filled.' })
  longest(): SmsExampleType | null {
    const { longest } = this.of;
    return longest && new SmsExampleType(longest);
  }
}

export const SMS_AUDIENCE =
  'What a campaign by SMS comes to; null of a mail, and of one whose text is refused or that has no sender.';

@ObjectType('SmsAudience', {
  description:
    'What a campaign by SMS comes to: each text filled for whom it reaches, its way out included.',
})
export class SmsAudienceType {
  readonly of: SmsAudience;

  constructor(of: SmsAudience) {
    this.of = of;
  }

  @Field(() => Int, {
    description: 'Whom it would reach, now or when their frequency or pause allows it.',
  })
  recipients(): number {
    return this.of.recipients;
  }

  @Field(() => Int, { description: 'For how many of them the text was filled.' })
  counted(): number {
    return this.of.counted;
  }

  @Field(() => Boolean, {
    description: `False: all were counted. True: of an audience of more than ${MOST_COUNTED} so many were drawn, and what is said of all is reckoned from them; the longest text of all may be longer.`,
  })
  isSample(): boolean {
    return this.of.isSample;
  }

  @Field(() => Int, { description: 'What all texts come to, as they are paid for.' })
  parts(): number {
    return this.of.parts;
  }

  @Field(() => [SmsLanguageType], { description: 'Each of its texts.' })
  languages(): SmsLanguageType[] {
    return this.of.languages.map((language) => new SmsLanguageType(language));
  }
}
