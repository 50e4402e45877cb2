import { openAccount, openAddressBook, openTopic, type OpenRefusal } from '@adieu/db';
import { LANGUAGES, type Language, type Purpose, type ScopeKind } from '@adieu/domain';
import { Arg, createUnionType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { PurposeEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation, type IdempotentCall } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readName, readSender } from '../shared/read-name.ts';
import { ScopeChanged } from './scope-changed.type.ts';
import { ScopeType } from './scope.type.ts';

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

@InputType()
export class CreateAddressBookInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => PurposeEnum)
  readonly purpose!: Purpose;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class CreateTopicInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

const CreateScopeResult = createUnionType({
  name: 'CreateScopeResult',
  types: () => [ScopeChanged, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

const COMES_BACK =
  'A name that was deleted comes back with its id, and everybody who left it stays out (P-13).';

@Resolver()
export class CreateScopes {
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

  @Mutation(() => CreateScopeResult, { description: `Opt-out is on (A1). ${COMES_BACK}` })
  async createAddressBook(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateAddressBookInput) input: CreateAddressBookInput,
  ): Promise<typeof CreateScopeResult> {
    const { organisationId, name: createdBy } = viewerOf(ctx);
    const accountId = fromId('account', input.accountId);
    if (accountId === null) return new NotFound('account', 'accountId');
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const book = { organisationId, accountId, name, purpose: input.purpose, createdBy };
    return create(ctx, 'BOOK', { organisationId, operation: 'createAddressBook', input }, (sql) =>
      openAddressBook(sql, book),
    );
  }

  @Mutation(() => CreateScopeResult, { description: COMES_BACK })
  async createTopic(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateTopicInput) input: CreateTopicInput,
  ): Promise<typeof CreateScopeResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = fromId('account', input.accountId);
    if (accountId === null) return new NotFound('account', 'accountId');
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    return create(ctx, 'TOPIC', { organisationId, operation: 'createTopic', input }, (sql) =>
      openTopic(sql, { organisationId, accountId, name }),
    );
  }
}

type Opened = { readonly id: string } | { readonly refused: OpenRefusal };

async function create(
  ctx: Context,
  kind: ScopeKind,
  call: IdempotentCall,
  open: (sql: Context['db']['sql']) => Promise<Opened>,
): Promise<ScopeChanged | Problem> {
  const done = await idempotentMutation<Opened>(ctx, call, open);
  if (done instanceof Problem) return done;
  if ('refused' in done.result) return REFUSALS[done.result.refused]();
  return new ScopeChanged(new ScopeType(kind, done.result.id));
}

const REFUSALS: Readonly<Record<OpenRefusal, () => Problem>> = {
  'not-found': () => new NotFound('account', 'accountId'),
  archived: () => new Conflict('ARCHIVED', 'This account is archived.', 'accountId'),
  'name-taken': () =>
    new Conflict(
      'NAME_TAKEN',
      'There is one of this name already; maybe it is archived, or was deleted and had another purpose.',
      'name',
    ),
};

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
