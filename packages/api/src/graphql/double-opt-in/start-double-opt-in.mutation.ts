import { ensureRecipient, type LinkView, openLink, scopeExists, startDoubleOptIn } from '@adieu/db';
import { type Channel, type Language, LANGUAGES, type ScopeKind } from '@adieu/domain';
import { originKey, verifyMessageLink } from '@adieu/keys';
import { consentDeclaration, DECLARATION_VERSION } from '@adieu/messages';
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
import { noKey } from '../access/guard.ts';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { ChannelEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { visitorOf } from '../shared/visitor.ts';
import { readScope, ScopeInput } from '../scopes/scope.input.ts';

@InputType({ description: 'By a link’s token alone, or by a key with address and scope.' })
export class StartDoubleOptInInput {
  @Field(() => String, { nullable: true })
  readonly token?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'With a token: the topic to come back to; else the widest that was left.',
  })
  readonly topicId?: string | null;

  @Field(() => String, { nullable: true })
  readonly address?: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'EMAIL if not given.' })
  readonly channel?: Channel | null;

  @Field(() => ScopeInput, { nullable: true })
  readonly scope?: ScopeInput | null;

  @Field(() => String, { nullable: true, description: 'Of the mail: sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The page where it was asked for; part of the proof.',
  })
  readonly formUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IP address of the visitor; part of the proof.',
  })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'The same answer whether or not a mail goes out (D-6).' })
export class DoubleOptInStarted {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string =
    'If this address may come back, a mail with a link is on its way to it. Nothing changes before that link is confirmed.';
}

const StartDoubleOptInResult = createUnionType({
  name: 'StartDoubleOptInResult',
  types: () => [DoubleOptInStarted, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

interface Start {
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly scope: { readonly kind: ScopeKind; readonly id: string };
  readonly language: Language;
  readonly senderName: string;
  readonly caller?: string;
  /** Name of the admin's key. */
  readonly startedBy?: string;
  recipient(sql: Context['db']['sql']): Promise<string>;
}

const LONGEST_URL = 500;

@Resolver()
export class StartDoubleOptIn {
  @Mutation(() => StartDoubleOptInResult, {
    description: 'Asks for a way back. Lifts nothing by itself (D-1).',
  })
  async startDoubleOptIn(
    @Ctx() ctx: Context,
    @Arg('input', () => StartDoubleOptInInput) input: StartDoubleOptInInput,
  ): Promise<typeof StartDoubleOptInResult> {
    const start = input.token
      ? await startByLink(ctx, input.token, input.topicId)
      : await startByKey(ctx, input);
    if (start instanceof Problem) return start;
    if (start === 'nothing-to-return-to') return new DoubleOptInStarted();
    const { organisationId, accountId, scope, language, caller } = start;
    const call = {
      organisationId,
      operation: 'startDoubleOptIn',
      input,
      ...(caller && { caller }),
    };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      const started = await startDoubleOptIn(sql, {
        organisationId,
        accountId,
        recipientId: await start.recipient(sql),
        scope,
        language,
        declaration: (scopeName) => consentDeclaration(language, start.senderName, scopeName),
        declarationVersion: DECLARATION_VERSION,
        formUrl: input.formUrl?.slice(0, LONGEST_URL) ?? null,
        ...visitorOf(input),
        originKey: input.origin ? originKey(ctx.ring, input.origin) : null,
        startedBy: start.startedBy ?? null,
        now: ctx.now,
      });
      return { refused: 'refused' in started ? started.refused : null };
    });
    if (done instanceof Problem) return done;
    return done.result.refused === 'not-found'
      ? new NotFound('scope', 'scope')
      : new DoubleOptInStarted();
  }
}

async function startByLink(
  ctx: Context,
  token: string,
  topicId: string | null | undefined,
): Promise<Start | NotFound | 'nothing-to-return-to'> {
  const messageId = verifyMessageLink(ctx.ring, token);
  const link = messageId === null ? null : await openLink(ctx.db.sql, messageId, ctx.now);
  if (link === null) return new NotFound('link', 'token');
  const scope = topicId ? topicLeft(link, fromId('topic', topicId)) : widestStanding(link);
  if (scope === null) return 'nothing-to-return-to';
  return {
    organisationId: link.organisationId,
    accountId: link.accountId,
    scope,
    language: asLanguage(link.language),
    senderName: link.accountName,
    caller: `message/${link.messageId}`,
    recipient: () => Promise.resolve(link.recipientId),
  };
}

/** A topic of the link's account that was left; null for any other. */
function topicLeft({ standing }: LinkView, topicId: string | null): Start['scope'] | null {
  const found = standing.find(
    ({ scopeKind, scopeId }) => scopeKind === 'TOPIC' && scopeId === topicId,
  );
  return found ? { kind: 'TOPIC', id: found.scopeId } : null;
}

/** Whoever left all marketing comes back to that; a narrower way back would leave the wider opt-out in force. */
function widestStanding(link: LinkView): Start['scope'] | null {
  const { organisationId, accountId, addressBookId, topicId, standing } = link;
  for (const id of [organisationId, accountId, addressBookId, topicId]) {
    const found = standing.find((request) => request.scopeId === id);
    if (found) return { kind: found.scopeKind, id: found.scopeId };
  }
  const other = standing[0];
  return other ? { kind: other.scopeKind, id: other.scopeId } : null;
}

async function startByKey(ctx: Context, input: StartDoubleOptInInput): Promise<Start | Problem> {
  const { viewer, ring } = ctx;
  if (viewer === null) throw noKey();
  if (viewer.role !== 'ADMIN')
    return new Forbidden('startDoubleOptIn by address needs a key of the role ADMIN.');
  if (input.topicId)
    return new InvalidInput('topicId', 'Goes with a link’s token; with a key, name the scope.');
  if (!input.address)
    return new InvalidInput('address', 'Give a link’s token, or an address and a scope.');
  if (!input.scope) return new InvalidInput('scope', 'Name what to come back to.');
  const known = readAddress(ring, input.address, input.channel ?? 'EMAIL');
  if (known instanceof Problem) return known;
  const { organisationId } = viewer;
  const scope = readScope(input.scope, organisationId);
  if (scope === null || scope.kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account of yours.');
  if (!(await scopeExists(ctx.db.sql, organisationId, scope)))
    return new NotFound('scope', 'scope');
  const organisation = await ctx.loaders.organisation.load(organisationId);
  if (input.language && !isLanguage(input.language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  return {
    organisationId,
    accountId: null,
    scope,
    language: asLanguage(input.language ?? 'en'),
    senderName: organisation?.name ?? '',
    startedBy: viewer.name,
    recipient: (sql) => ensureRecipient(sql, { organisationId, ...known }),
  };
}

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

function asLanguage(text: string): Language {
  return isLanguage(text) ? text : 'en';
}
