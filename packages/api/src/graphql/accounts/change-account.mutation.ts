import { type AccountChange, changeAccount } from '@adieu/db';
import { LINK_DAYS, REGIME_KEYS, zoneOfCountry } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { NAME_TAKEN } from '../scopes/change-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { readLanguage } from '../shared/read-language.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { AccountType } from './account.type.ts';
import { isZoneOpen, refuseSettings, zoneMissing } from './read-account-settings.ts';
import { readReplies, repliesReadOfNone } from './read-replies.ts';
import { ThresholdsInput } from './thresholds.type.ts';

@InputType()
export class ChangeAccountInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; picks the rules of law. Null = those of the EU.',
  })
  readonly country?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IANA name; null = that of the rules. Needed with a country that has several; not given with another country that has one, it is that one.',
  })
  readonly timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of texts for people whose language is unknown: sv, cs, de, da or en.',
  })
  readonly defaultLanguage?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `For how many days the links of confirmation mails work: 1 to ${LINK_DAYS.most}. Those that are out keep theirs.`,
  })
  readonly doubleOptInDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an SMS confirms each opt-out that came by SMS, and each return by a second word, also where no law asks for it.',
  })
  readonly smsReceipts?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The mailbox of people to whom answers to its mails are passed on that are no wish to leave. Null: none, and they are kept here.',
  })
  readonly replyAddress?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether its mails ask for answers at that mailbox itself. Say so only once Adieu reads it too: else nobody can leave by answering.',
  })
  readonly readsReplies?: boolean | null;

  @Field(() => ThresholdsInput, { nullable: true })
  readonly thresholds?: ThresholdsInput | null;
}

@ObjectType()
export class AccountChanged {
  @Field(() => AccountType)
  readonly account!: AccountType;
}

const ChangeAccountResult = keyResult('ChangeAccountResult', () => [AccountChanged, NotFound]);

@Resolver()
export class ChangeAccount {
  @Mutation(() => ChangeAccountResult, {
    description:
      'What is not given stays as it is; its senders have mutations of their own. Open requests keep their deadlines.',
  })
  async changeAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput,
  ): Promise<typeof ChangeAccountResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.id, 'id');
    const refused = refuseSettings(input);
    if (refused !== null) return refused;
    if (input.timeZone === null && input.country === undefined) {
      const { country = null } = (await ctx.loaders.account.load(accountId)) ?? {};
      if (country !== null && isZoneOpen(country))
        return new InvalidInput('timeZone', zoneMissing(country));
    }
    const name = typeof input.name === 'string' ? readName(input.name) : undefined;
    if (name instanceof Problem) return name;
    const replies = readReplies(input, ctx.installation.mailDomain);
    if (replies instanceof Problem) return replies;
    const change = {
      ...changeOf(input, name),
      ...(await zoneThatComes(ctx, accountId, input)),
      ...replies,
    };
    const done = await idempotentMutation(ctx, 'changeAccount', input, (sql) =>
      changeAccount(sql, { organisationId, accountId, change, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    const row = await ctx.loaders.account.load(accountId);
    if ('refused' in done.result) return REFUSED[done.result.refused]();
    return row === null
      ? new NotFound('account', 'id')
      : answer(AccountChanged, { account: new AccountType(row) });
  }
}

const REFUSED = {
  'not-found': () => new NotFound('account', 'id'),
  'name-taken': NAME_TAKEN,
  'no-mailbox': () => repliesReadOfNone(),
} as const;

/**
 * Another country comes with its zone, where it has one: the one from before is another country's. That of the rules (null) is the country's
 * own where the country has no rules of its own: those of the EU are told by the clocks of Brussels.
 */
async function zoneThatComes(
  ctx: Context,
  accountId: string,
  { country, timeZone }: ChangeAccountInput,
): Promise<AccountChange> {
  if (typeof timeZone === 'string' || (country === undefined && timeZone === undefined)) return {};
  const before = await ctx.loaders.account.load(accountId);
  const place = country === undefined ? (before?.country ?? null) : country;
  if (before === null || place === null) return {};
  if (timeZone === null)
    return REGIME_KEYS.some((key) => key === place) ? {} : { timeZone: zoneOfCountry(place) };
  return before.country === place ? {} : { timeZone: zoneOfCountry(place) };
}

/** Null resets a country, a zone and a threshold; of the others it is like nothing. */
function changeOf(input: ChangeAccountInput, name: string | undefined): AccountChange {
  const { country, timeZone, doubleOptInDays, smsReceipts, thresholds } = input;
  const { defaultLanguage: language } = input;
  return {
    ...(name !== undefined && { name }),
    ...(country !== undefined && { country }),
    ...(timeZone !== undefined && { timeZone }),
    ...(typeof doubleOptInDays === 'number' && { doubleOptInDays }),
    ...(typeof smsReceipts === 'boolean' && { smsReceipts }),
    ...(typeof language === 'string' && {
      defaultLanguage: readLanguage(language, 'defaultLanguage'),
    }),
    ...Object.fromEntries(
      Object.entries(thresholds ?? {}).filter(([, value]) => value !== undefined),
    ),
  };
}
