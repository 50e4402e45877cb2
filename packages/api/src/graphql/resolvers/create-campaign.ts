import {
  createCampaign,
  createCampaignByHand,
  findAccount,
  findAddressBook,
  findCampaigns,
  type NamedRecipient,
} from '@adieu/db';
import type { Purpose } from '@adieu/domain';
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
import { readAddress } from '../address.ts';
import { PurposeEnum } from '../enums.ts';
import { fromId } from '../ids.ts';
import { once } from '../once.ts';
import { Conflict, Forbidden, InvalidInput, LimitReached, NotFound, Problem } from '../problems.ts';
import { CampaignTextRefused } from '../types/campaign-text-refused.ts';
import { CampaignType } from '../types/campaign.ts';

/** More than these go through a book. */
const MOST_RECIPIENTS = 1_000;

@InputType()
export class LocalisedTextInput {
  @Field(() => String, { description: 'sv, cs, de, da or en.' })
  readonly language!: string;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class CreateCampaignInput {
  @Field(() => ID, { nullable: true, description: 'To whom: the contacts of this book.' })
  readonly addressBookId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Instead of a book: the account for which `recipients` are written to (B6).',
  })
  readonly accountId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `E-mail addresses, at most ${MOST_RECIPIENTS}. A stop of one of them is a request against the account.`,
  })
  readonly recipients?: string[] | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description: 'Of a campaign by hand: MARKETING if not given, or TRANSACTIONAL.',
  })
  readonly purpose?: Purpose | null;

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
    [
      CampaignCreated,
      CampaignTextRefused,
      NotFound,
      InvalidInput,
      LimitReached,
      Conflict,
      Forbidden,
    ] as const,
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
    const texts = readTexts(input);
    if (texts instanceof Problem) return texts;
    const to = readReceivers(ctx, input);
    if (to instanceof Problem) return to;
    const sender =
      'book' in to
        ? await findAddressBook(ctx.db.sql, organisationId, to.book)
        : await findAccount(ctx.db.sql, organisationId, to.accountId);
    if (sender === null) return notFound(to);
    const compiled = await compileCampaign({ ...texts, defaultLanguage: sender.defaultLanguage });
    if (!compiled.ok) return new CampaignTextRefused(compiled.problems);
    const draft = { ...texts, organisationId, createdBy };
    const done = await once(
      ctx,
      { organisationId, operation: 'createCampaign', input },
      async (sql) =>
        'book' in to
          ? await createCampaign(sql, { ...draft, addressBookId: to.book, topicId: to.topicId })
          : await createCampaignByHand(sql, { ...draft, ...to }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) {
      if (done.result.refused === 'archived')
        return new Conflict('ARCHIVED', 'This is archived: nothing is sent through it any more.');
      return done.result.refused === 'topic-not-found'
        ? new NotFound('topic in the account of this address book', 'topicId')
        : notFound(to);
    }
    const [row] = await findCampaigns(ctx.db.sql, organisationId, [done.result.campaignId]);
    return new CampaignCreated(new CampaignType(row!));
  }
}

type Receivers =
  | { readonly book: string; readonly topicId: string | null }
  | {
      readonly accountId: string;
      readonly purpose: Exclude<Purpose, 'SERVICE'>;
      readonly recipients: readonly NamedRecipient[];
    };

function notFound(to: Receivers): NotFound {
  return 'book' in to
    ? new NotFound('address book', 'addressBookId')
    : new NotFound('account', 'accountId');
}

function readReceivers(ctx: Context, input: CreateCampaignInput): Receivers | Problem {
  if (!input.addressBookId) return readByHand(ctx, input);
  for (const field of ['accountId', 'recipients', 'purpose'] as const)
    if (input[field]) return new InvalidInput(field, 'Not with a book: give the one or the other.');
  const book = fromId('book', input.addressBookId);
  if (book === null) return new NotFound('address book', 'addressBookId');
  const topicId = input.topicId ? fromId('topic', input.topicId) : null;
  if (input.topicId && topicId === null) return new NotFound('topic', 'topicId');
  return { book, topicId };
}

function readByHand(ctx: Context, input: CreateCampaignInput): Receivers | Problem {
  const addresses = input.recipients ?? [];
  if (!input.accountId)
    return new InvalidInput('addressBookId', 'Name a book, or an account and recipients.');
  if (addresses.length === 0)
    return new InvalidInput('recipients', 'Name at least one recipient, or a book.');
  if (addresses.length > MOST_RECIPIENTS)
    return new LimitReached(
      'recipients',
      `At most ${MOST_RECIPIENTS} by hand; these are ${addresses.length}. Use a book.`,
    );
  if (input.topicId)
    return new InvalidInput('topicId', 'By hand there is no topic: a stop is about the account.');
  const purpose = input.purpose ?? 'MARKETING';
  if (purpose === 'SERVICE')
    return new InvalidInput(
      'purpose',
      'Staff and member information goes through a book: its policy says how one leaves it.',
    );
  const accountId = fromId('account', input.accountId);
  if (accountId === null) return new NotFound('account', 'accountId');
  const recipients: NamedRecipient[] = [];
  for (const [i, text] of addresses.entries()) {
    const known = readAddress(ctx.ring, text, 'EMAIL');
    if (known instanceof Problem)
      return new InvalidInput('recipients', `Number ${i + 1} of these is not an e-mail address.`);
    recipients.push({ address: known.address, addressKey: known.addressKey });
  }
  return { accountId, purpose, recipients };
}

function readTexts(input: CreateCampaignInput) {
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
    name,
    subject: byLanguage(input.subject),
    mjml: byLanguage(input.mjml),
  };
}

function byLanguage(texts: readonly LocalisedTextInput[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
