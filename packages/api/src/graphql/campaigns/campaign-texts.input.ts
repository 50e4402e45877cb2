import { WAY_OUT_HEADERS, type WayOutHeader } from '@adieu/domain';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class LocalisedTextInput {
  @Field(() => String, { description: 'sv, cs, de, da or en.' })
  readonly language!: string;

  @Field(() => String)
  readonly text!: string;
}

export const WayOutHeaderEnum = Object.fromEntries(WAY_OUT_HEADERS.map((word) => [word, word]));
registerEnumType(WayOutHeaderEnum, {
  name: 'WayOutHeader',
  description:
    'TOP: a line at the start. PLACED: where {{ unsubscribe }} stands. NONE: the content has a link of its own to {{ unsubscribe_url }}. The last two only where the link can be seen; else the line is put at the start.',
});

@InputType({ description: 'A piece of text that {% render "name" %} puts in.' })
export class CampaignPartialInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [LocalisedTextInput], { description: 'The default language stands in for others.' })
  readonly texts!: LocalisedTextInput[];
}

@InputType({ description: 'What the sender says of themselves, as the law wants it.' })
export class CampaignIdentityInput {
  @Field(() => String, { nullable: true })
  readonly postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'As in: on behalf of Nordlys AB.' })
  readonly onBehalfOf?: string | null;

  @Field(() => String, { nullable: true, description: 'The mark that it is advertising.' })
  readonly marking?: string | null;
}

/** What a campaign says. Of a change: what is not given stays as it is. */
@InputType()
export abstract class CampaignTextsInput extends IdempotentInput {
  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'With merge fields, as in {{ contact.first_name }}.',
  })
  readonly subject?: LocalisedTextInput[] | null;

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'MJML with merge fields, in the languages of the subject.',
  })
  readonly mjml?: LocalisedTextInput[] | null;

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'Ready HTML with merge fields, for languages without MJML.',
  })
  readonly html?: LocalisedTextInput[] | null;

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description:
      'The text part, made from the HTML for languages that have none; of the channel SMS all that is said.',
  })
  readonly text?: LocalisedTextInput[] | null;

  @Field(() => [CampaignPartialInput], { nullable: true })
  readonly partials?: CampaignPartialInput[] | null;

  @Field(() => WayOutHeaderEnum, {
    nullable: true,
    description: 'If not given: where {{ unsubscribe }} stands, else at the top.',
  })
  readonly header?: WayOutHeader | null;

  @Field(() => CampaignIdentityInput, { nullable: true })
  readonly identity?: CampaignIdentityInput | null;
}
