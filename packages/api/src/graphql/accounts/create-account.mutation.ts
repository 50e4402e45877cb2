import { openAccount } from '@adieu/db';
import { LANGUAGES, type Language } from '@adieu/domain';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { InvalidInput, Problem } from '../shared/problems.ts';
import { readName, readSender } from '../shared/read-name.ts';
import { CreateScopeResult, COMES_BACK, create } from '../scopes/create-scope.ts';

@InputType()
export class CreateAccountInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'Of its mail: `News <news@example.test>`.' })
  readonly senderAddress!: string;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en; en if not given.' })
  readonly defaultLanguage?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@Resolver()
export class CreateAccount {
  @Mutation(() => CreateScopeResult, { description: COMES_BACK })
  async createAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
  ): Promise<typeof CreateScopeResult> {
    const { organisationId } = viewerOf(ctx);
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const senderAddress = readSender(input.senderAddress);
    if (senderAddress instanceof Problem) return senderAddress;
    const defaultLanguage = input.defaultLanguage ?? 'en';
    if (!isLanguage(defaultLanguage))
      return new InvalidInput('defaultLanguage', `Use one of ${LANGUAGES.join(', ')}.`);
    const account = { organisationId, name, senderAddress, defaultLanguage };
    return create(ctx, 'ACCOUNT', { organisationId, operation: 'createAccount', input }, (sql) =>
      openAccount(sql, account),
    );
  }
}

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
