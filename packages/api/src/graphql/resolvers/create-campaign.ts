import { createCampaign, findAddressBook, findCampaigns } from '@adieu/db';
import { compileCampaign, WAY_OUT_HEADERS, type WayOutHeader } from '@adieu/templates';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../context.ts';
import { fromId } from '../ids.ts';
import { once } from '../once.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../problems.ts';
import { CampaignTextRefused } from '../types/campaign-text-refused.ts';
import { CampaignType } from '../types/campaign.ts';

@InputType()
export class LocalisedTextInput {
  @Field(() => String, { description: 'sv, cs, de, da or en.' })
  readonly language!: string;

  @Field(() => String)
  readonly text!: string;
}

const WayOutHeaderEnum = Object.fromEntries(WAY_OUT_HEADERS.map((word) => [word, word]));
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

@InputType({ description: 'What the sender says of himself, as the law wants it.' })
export class CampaignIdentityInput {
  @Field(() => String, { nullable: true })
  readonly postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'As in: on behalf of Nordlys AB.' })
  readonly onBehalfOf?: string | null;

  @Field(() => String, { nullable: true, description: 'The mark that it is advertising.' })
  readonly marking?: string | null;
}

@InputType()
export class CreateCampaignInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What one click leaves; if not given: the book.',
  })
  readonly topicId?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [LocalisedTextInput], {
    description: 'With merge fields, as in {{ contact.first_name }}.',
  })
  readonly subject!: LocalisedTextInput[];

  @Field(() => [LocalisedTextInput], {
    defaultValue: [],
    description: 'MJML with merge fields, in the languages of the subject.',
  })
  readonly mjml!: LocalisedTextInput[];

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'Ready HTML with merge fields, for languages without MJML.',
  })
  readonly html?: LocalisedTextInput[] | null;

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'The text part; made from the HTML for languages that have none.',
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

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class CampaignCreated {
  @Field(() => CampaignType)
  readonly campaign: CampaignType;

  constructor(campaign: CampaignType) {
    this.campaign = campaign;
  }
}

const CreateCampaignResult = createUnionType({
  name: 'CreateCampaignResult',
  types: () =>
    [CampaignCreated, CampaignTextRefused, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

const LONGEST_NAME = 200;

@Resolver()
export class CreateCampaign {
  @Mutation(() => CreateCampaignResult, {
    description: 'A draft. Its text is compiled, so that mistakes show now.',
  })
  async createCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCampaignInput) input: CreateCampaignInput,
  ): Promise<typeof CreateCampaignResult> {
    const { organisationId, name: createdBy } = viewerOf(ctx);
    const draft = readDraft(input);
    if (draft instanceof Problem) return draft;
    const book = await findAddressBook(ctx.db.sql, organisationId, draft.addressBookId);
    if (book === null) return new NotFound('address book', 'addressBookId');
    const { defaultLanguage, purpose } = book;
    const compiled = await compileCampaign({ ...draft, defaultLanguage, purpose });
    if (!compiled.ok) return new CampaignTextRefused(compiled.problems);
    const done = await once(ctx, { organisationId, operation: 'createCampaign', input }, (sql) =>
      createCampaign(sql, { ...draft, organisationId, createdBy }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) {
      return done.result.refused === 'topic-not-found'
        ? new NotFound('topic in the account of this address book', 'topicId')
        : new NotFound('address book', 'addressBookId');
    }
    const [row] = await findCampaigns(ctx.db.sql, organisationId, [done.result.campaignId]);
    return new CampaignCreated(new CampaignType(row!));
  }
}

function readDraft(input: CreateCampaignInput) {
  const addressBookId = fromId('book', input.addressBookId);
  if (addressBookId === null) return new NotFound('address book', 'addressBookId');
  const topicId = input.topicId ? fromId('topic', input.topicId) : null;
  if (input.topicId && topicId === null) return new NotFound('topic', 'topicId');
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME)
    return new InvalidInput('name', `A name has 1 to ${LONGEST_NAME} characters.`);
  const partials = input.partials ?? [];
  const texts = [
    ...(['subject', 'mjml', 'html', 'text'] as const).map(
      (field) => [field, input[field] ?? []] as const,
    ),
    ...partials.map((partial) => ['partials', partial.texts] as const),
  ];
  for (const [field, given] of texts) {
    const languages = given.map(({ language }) => language);
    const twice = languages.find((language, i) => languages.indexOf(language) !== i);
    if (twice !== undefined)
      return new InvalidInput(field, `The language ${twice} is given twice.`);
  }
  return {
    addressBookId,
    topicId,
    name,
    subject: byLanguage(input.subject),
    mjml: byLanguage(input.mjml),
    html: byLanguage(input.html ?? []),
    text: byLanguage(input.text ?? []),
    partials: Object.fromEntries(
      partials.map(({ name: key, texts: each }) => [key, byLanguage(each)]),
    ),
    header: input.header ?? null,
    identity: identityOf(input.identity),
  };
}

function identityOf(given: CampaignIdentityInput | null | undefined) {
  if (!given) return null;
  const { postalAddress = null, onBehalfOf = null, marking = null } = given;
  return { postalAddress, onBehalfOf, marking };
}

function byLanguage(texts: readonly LocalisedTextInput[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
