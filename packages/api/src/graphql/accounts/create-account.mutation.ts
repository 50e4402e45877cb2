import { openAccount } from '@adieu/db';
import { zoneOfCountry } from '@adieu/domain';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { COMES_BACK, CREATE_REFUSALS } from '../scopes/create-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readLanguage } from '../shared/read-language.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { MailboxInput } from '../senders/mailbox.input.ts';
import { foreignDomain } from '../sender-domains/domain-problem.ts';
import { readSenderInput } from '../senders/read-sender.ts';
import { AccountType } from './account.type.ts';
import { refuseSettings } from './read-account-settings.ts';

@InputType()
export class CreateAccountInput extends IdempotentInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => MailboxInput, {
    description: 'What its mails are from by default; createSender adds others, also of SMS.',
  })
  readonly sender!: MailboxInput;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en; en if not given.' })
  readonly defaultLanguage?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; picks the rules of law. Those of the EU if not given.',
  })
  readonly country?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IANA name; that of the country, or else of the rules, if not given. Needed where the country has several.',
  })
  readonly timeZone?: string | null;
}

@ObjectType()
export class AccountCreated {
  @Field(() => AccountType)
  readonly account!: AccountType;
}

const CreateAccountResult = keyResult('CreateAccountResult', () => [AccountCreated, NotFound]);

@Resolver()
export class CreateAccount {
  @Mutation(() => CreateAccountResult, { description: COMES_BACK })
  async createAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
  ): Promise<typeof CreateAccountResult> {
    const { organisationId } = viewerOf(ctx);
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const sender = readSenderInput('EMAIL', input.sender, null, 'sender.');
    if (sender instanceof Problem) return sender;
    const defaultLanguage = readLanguage(input.defaultLanguage ?? 'en', 'defaultLanguage');
    const refused = refuseSettings(input);
    if (refused !== null) return refused;
    const { country = null } = input;
    const timeZone = input.timeZone ?? (country === null ? null : zoneOfCountry(country));
    const account = { organisationId, name, sender, defaultLanguage, country, timeZone };
    const done = await idempotentMutation(ctx, 'createAccount', input, (sql) =>
      openAccount(sql, account),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result && done.result.refused === 'foreign-domain')
      return foreignDomain('sender.address');
    if ('refused' in done.result) return CREATE_REFUSALS[done.result.refused]();
    const row = await ctx.loaders.account.load(done.result.id);
    return row === null
      ? new NotFound('account')
      : answer(AccountCreated, { account: new AccountType(row) });
  }
}
