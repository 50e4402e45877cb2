import type {
  ByLanguage,
  CampaignContent,
  CampaignIdentity,
  EmailContent,
  WayOutHeader,
} from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { WayOutHeaderEnum } from './campaign-texts.input.ts';
import { LocalisedTextType } from './localised-text.type.ts';

export function localised(texts: ByLanguage): LocalisedTextType[] {
  return Object.entries(texts).map(([language, text]) => new LocalisedTextType(language, text));
}

@ObjectType('CampaignPartial', {
  description: 'A piece of text that {% render "name" %} puts in.',
})
export class CampaignPartialType {
  @Field(() => String)
  readonly name: string;

  @Field(() => [LocalisedTextType])
  readonly texts: LocalisedTextType[];

  constructor(name: string, texts: ByLanguage) {
    this.name = name;
    this.texts = localised(texts);
  }
}

@ObjectType('CampaignIdentity', {
  description: 'What the sender says of themselves, as the law wants it.',
})
export class CampaignIdentityType {
  @Field(() => String, { nullable: true })
  readonly postalAddress!: string | null;

  @Field(() => String, { nullable: true })
  readonly onBehalfOf!: string | null;

  @Field(() => String, { nullable: true })
  readonly marking!: string | null;
}

@ObjectType('CampaignContent', {
  description: 'What a campaign says. Of the channel SMS there is a text alone.',
})
export class CampaignContentType {
  readonly content: CampaignContent;

  constructor(content: CampaignContent) {
    this.content = content;
  }

  get mail(): EmailContent | null {
    return this.content.channel === 'EMAIL' ? this.content : null;
  }

  @Field(() => [LocalisedTextType])
  subject(): LocalisedTextType[] {
    return localised(this.mail?.subject ?? {});
  }

  @Field(() => [LocalisedTextType])
  mjml(): LocalisedTextType[] {
    return localised(this.mail?.mjml ?? {});
  }

  @Field(() => [LocalisedTextType])
  html(): LocalisedTextType[] {
    return localised(this.mail?.html ?? {});
  }

  @Field(() => [LocalisedTextType])
  text(): LocalisedTextType[] {
    return localised(this.content.text);
  }

  @Field(() => [CampaignPartialType])
  partials(): CampaignPartialType[] {
    return Object.entries(this.mail?.partials ?? {}).map(
      ([name, texts]) => new CampaignPartialType(name, texts),
    );
  }

  @Field(() => WayOutHeaderEnum, { nullable: true })
  header(): WayOutHeader | null {
    return this.mail?.header ?? null;
  }

  @Field(() => CampaignIdentityType, { nullable: true })
  identity(): CampaignIdentity | null {
    return this.mail?.identity ?? null;
  }
}
