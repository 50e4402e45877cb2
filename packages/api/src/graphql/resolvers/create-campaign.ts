import { createCampaign, findAddressBook, findCampaigns } from '@adieu/db';
import { compileCampaign } from '@adieu/templates';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
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
    description: 'MJML with merge fields, in the languages of the subject.',
  })
  readonly mjml!: LocalisedTextInput[];

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
    const compiled = await compileCampaign({ ...draft, defaultLanguage: book.defaultLanguage });
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
  for (const field of ['subject', 'mjml'] as const) {
    const languages = input[field].map(({ language }) => language);
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
  };
}

function byLanguage(texts: readonly LocalisedTextInput[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
