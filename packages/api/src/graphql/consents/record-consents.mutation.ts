import { type ConsentItem, type ConsentResult, findConsents, recordConsents } from '@adieu/db';
import { actorOf, CLAIM_REFUSALS, type ConsentOutcome } from '@adieu/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { counted } from '../shared/item-counts.type.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { ConsentType } from './consent.type.ts';
import { RecordConsentsInput } from './record-consents.input.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ConsentsRecorded } from './recorded-consent.type.ts';
import { readItem } from './read-consent.ts';

const RecordConsentsResult = keyResult('RecordConsentsResult', () => [
  ConsentsRecorded,
  LimitReached,
]);

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
    const { organisationId } = viewerOf(ctx);
    if (input.items.length === 0) return new InvalidInput('items', 'Give at least one consent.');
    const organisation = await ctx.loaders.organisation.load(organisationId);
    const read = input.items.map((item) => readItem(ctx, organisation?.name ?? '', item));
    const good = read.filter((item): item is ConsentItem => !(item instanceof Problem));
    const done = await idempotentMutation(ctx, 'recordConsents', input, async (sql) => {
      const actor = actorOf(viewerOf(ctx));
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
    const items = read.map((item, i) => {
      const { address } = input.items[i]!;
      if (item instanceof Problem) return { address, outcome: null, consent: null, problem: item };
      const { consentId, outcome, refused } = results.next().value ?? NOTHING;
      const consent = (consentId !== null && consents.get(consentId)) || null;
      return { address, outcome, consent, problem: refused && problemOf(refused) };
    });
    return answer(ConsentsRecorded, counted(items));
  }
}

type Refusal = Extract<ConsentResult, { refused: string }>['refused'];

interface Outcome {
  readonly consentId: string | null;
  readonly outcome: ConsentOutcome | null;
  readonly refused: Refusal | null;
}

const NOTHING: Outcome = { consentId: null, outcome: null, refused: null };

function problemOf(refused: Refusal): Problem {
  if (refused === 'scope-not-found') return new NotFound('scope', 'scope');
  if (refused === 'evidence-not-found') return new NotFound('evidence file', 'evidenceFile');
  const { field, message } = CLAIM_REFUSALS[refused];
  return new InvalidInput(field, message);
}
