import { WAY_OUT_HEADERS } from '@adieu/templates';
import { Field, InputType, registerEnumType } from 'type-graphql';

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
