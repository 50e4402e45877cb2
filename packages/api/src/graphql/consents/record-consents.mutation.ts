import { type ConsentItem, type ConsentResult, findConsents, recordConsents } from '@adieu/db';
import { CLAIM_REFUSALS, type ConsentOutcome, LANGUAGES } from '@adieu/domain';
import { consentDeclaration, DECLARATION_VERSION } from '@adieu/messages';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ConsentOutcomeEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { ConsentType } from './consent.type.ts';
import { readScope } from '../scopes/scope.input.ts';
import { MOST_ITEMS, ConsentItemInput, RecordConsentsInput } from './record-consents.input.ts';
import { keyResult } from '../shared/result.ts';
import { orProblem } from '../shared/read-id.ts';

@ObjectType({ description: 'What became of one item.' })
export class RecordedConsent {
  @Field(() => String, { description: 'As it was given.' })
  readonly address!: string;

  @Field(() => ConsentOutcomeEnum, { nullable: true, description: 'Null where it was not taken.' })
  readonly outcome!: ConsentOutcome | null;

  @Field(() => ConsentType, { nullable: true })
  readonly consent!: ConsentType | null;

  @Field(() => Problem, { nullable: true, description: 'Why it was not taken.' })
  readonly problem!: Problem | null;
}

@ObjectType({ description: 'Each item for itself, in the order given.' })
export class ConsentsRecorded {
  @Field(() => [RecordedConsent])
  readonly items: readonly RecordedConsent[];

  constructor(items: readonly RecordedConsent[]) {
    this.items = items;
  }
}

const RecordConsentsResult = keyResult(
  'RecordConsentsResult',
  () => [ConsentsRecorded, LimitReached] as const,
);

const SHA256 = /^[\da-f]{64}$/;

@Resolver()
export class RecordConsents {
  @Mutation(() => RecordConsentsResult, {
    description:
      'Records consents that were given elsewhere. Lifts nothing: who ever left gets a double opt-in mail instead.',
  })
  async recordConsents(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordConsentsInput) input: RecordConsentsInput,
  ): Promise<typeof RecordConsentsResult> {
    const { organisationId, name } = viewerOf(ctx);
    if (input.items.length === 0) return new InvalidInput('items', 'Give at least one consent.');
    if (input.items.length > MOST_ITEMS)
      return new LimitReached(
        'items',
        `At most ${MOST_ITEMS} consents at once; these are ${input.items.length}.`,
      );
    const organisation = await ctx.loaders.organisation.load(organisationId);
    const read = input.items.map((item) => readItem(ctx, organisation?.name ?? '', item));
    const good = read.filter((item): item is ConsentItem => !(item instanceof Problem));
    const done = await idempotentMutation(ctx, 'recordConsents', input, async (sql) => {
      const actor = { kind: 'ADMIN', name } as const;
      const results = await recordConsents(sql, {
        organisationId,
        items: good,
        actor,
        now: ctx.now,
      });
      return results.map((result) => ({ ...NOTHING, ...result }));
    });
    if (done instanceof Problem) return done;
    const results = done.result.values();
    const ids = done.result.flatMap(({ consentId }) => consentId ?? []);
    const rows = await findConsents(ctx.db.sql, organisationId, ids);
    const consents = new Map(rows.map((row) => [row.id, new ConsentType(row)]));
    return new ConsentsRecorded(
      read.map((item, i) => {
        const { address } = input.items[i]!;
        if (item instanceof Problem)
          return { address, outcome: null, consent: null, problem: item };
        const { consentId, outcome, refused } = results.next().value ?? NOTHING;
        const consent = (consentId !== null && consents.get(consentId)) || null;
        return { address, outcome, consent, problem: refused && problemOf(refused) };
      }),
    );
  }
}

type Refusal = Extract<ConsentResult, { refused: string }>['refused'];

interface Outcome {
  readonly consentId: string | null;
  readonly outcome: ConsentOutcome | null;
  readonly refused: Refusal | null;
}

const NOTHING: Outcome = { consentId: null, outcome: null, refused: null };

function readItem(ctx: Context, sender: string, item: ConsentItemInput): ConsentItem | Problem {
  const known = readAddress(ctx.ring, item.address, item.channel ?? 'EMAIL');
  if (known instanceof Problem) return known;
  const scope = orProblem(() => readScope(item.scope, viewerOf(ctx).organisationId));
  if (scope instanceof Problem) return scope;
  if (scope.kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account of yours.');
  const language = LANGUAGES.find((code) => code === (item.language ?? 'en'));
  if (language === undefined)
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  const evidenceSha256 = item.evidenceFile ?? null;
  if (evidenceSha256 !== null && !SHA256.test(evidenceSha256))
    return new InvalidInput('evidenceFile', 'This is not the id of a file: 64 hex digits.');
  return {
    ...known,
    scope: { kind: scope.kind, id: scope.id },
    consentText: item.consentText,
    source: item.source,
    obtainedAt: item.obtainedAt,
    evidenceSha256,
    language,
    declaration: (scopeName) => consentDeclaration(language, sender, scopeName),
    declarationVersion: DECLARATION_VERSION,
  };
}

function problemOf(refused: Refusal): Problem {
  if (refused === 'scope-not-found') return new NotFound('scope', 'scope');
  if (refused === 'evidence-not-found') return new NotFound('evidence file', 'evidenceFile');
  const { field, message } = CLAIM_REFUSALS[refused];
  return new InvalidInput(field, message);
}
