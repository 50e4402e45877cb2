import {
  type AudienceRefusal,
  createCampaign,
  createCampaignByHand,
  findAccount,
  findAddressBook,
  findCampaigns,
} from '@adieu/db';
import { compileCampaign } from '@adieu/templates';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readCampaignTexts } from './read-campaign-texts.ts';
import { audienceNotFound } from '../audience/read-audience.ts';
import { readReceivers, type Receivers } from './read-receivers.ts';
import { CampaignTextRefused } from './campaign-text-refused.type.ts';
import { CampaignType } from './campaign.type.ts';
import { CreateCampaignInput } from './create-campaign.input.ts';
import { keyResult } from '../shared/result.ts';

@ObjectType()
export class CampaignCreated {
  @Field(() => CampaignType)
  readonly campaign: CampaignType;

  constructor(campaign: CampaignType) {
    this.campaign = campaign;
  }
}

const CreateCampaignResult = keyResult(
  'CreateCampaignResult',
  () => [CampaignCreated, CampaignTextRefused, NotFound, LimitReached] as const,
);

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
    const texts = readCampaignTexts(input);
    if (texts instanceof Problem) return texts;
    const to = readReceivers(ctx, input);
    if (to instanceof Problem) return to;
    const sender = await senderOf(ctx, organisationId, to);
    if (sender === null) return notFound(to);
    const compiled = await compileCampaign({ ...texts, ...sender });
    if (!compiled.ok) return new CampaignTextRefused(compiled.problems);
    const draft = { ...texts, organisationId, createdBy };
    const done = await idempotentMutation(ctx, 'createCampaign', input, async (sql) =>
      'book' in to
        ? await createCampaign(sql, { ...draft, addressBookId: to.book, ...to })
        : await createCampaignByHand(sql, { ...draft, ...to }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) {
      const { result } = done;
      if ('field' in result) return fieldProblem(result);
      const { refused } = result;
      if (refused === 'archived')
        return new Conflict('ARCHIVED', 'This is archived: nothing is sent through it any more.');
      if (refused === 'topic-not-found')
        return new NotFound('topic in the account of this address book', 'topicId');
      if (refused === 'book-not-found' || refused === 'account-not-found') return notFound(to);
      return audienceNotFound(LISTS[refused]);
    }
    const [row] = await findCampaigns(ctx.db.sql, organisationId, [done.result.campaignId]);
    return new CampaignCreated(new CampaignType(row!));
  }
}

function fieldProblem(refusal: Extract<AudienceRefusal, { field: string }>): InvalidInput {
  if (refusal.refused === 'field-unknown') {
    const { field, known } = refusal;
    const names = known.map((each) => `“${each}”`).join(', ');
    return new InvalidInput(
      'audience',
      `No contact of this book has a field “${field}”. There are: ${names || 'none'}.`,
      'FIELD_UNKNOWN',
    );
  }
  const { field, as } = refusal;
  const what = as === 'NUMBER' ? 'a number (12.5)' : 'a day (2026-01-31)';
  return new InvalidInput(
    'audience',
    `No contact of this book has ${what} in “${field}”, so nothing can be compared. Use EQUALS or CONTAINS.`,
    'FIELD_NOT_COMPARABLE',
  );
}

const LISTS = {
  'audience-topic-not-found': 'topics',
  'audience-book-not-found': 'exceptBooks',
  'audience-campaign-not-found': 'exceptCampaigns',
} as const;

function notFound(to: Receivers): NotFound {
  return 'book' in to
    ? new NotFound('address book', 'addressBookId')
    : new NotFound('account', 'accountId');
}

async function senderOf({ db }: Context, organisationId: string, to: Receivers) {
  if ('book' in to) {
    const book = await findAddressBook(db.sql, organisationId, to.book);
    return book && { defaultLanguage: book.defaultLanguage, purpose: book.purpose };
  }
  const account = await findAccount(db.sql, organisationId, to.accountId);
  return account && { defaultLanguage: account.defaultLanguage, purpose: to.purpose };
}
