import { planDecision, plansOfPerson, type ReviewLink, undoDecision } from '@adieu/db';
import { type Decision, DECISION_REFUSALS, refuseReason } from '@adieu/domain';
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
import type { Context } from '../shared/context.ts';
import { DecisionEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  codeOf,
  Conflict,
  InvalidInput,
  LimitReached,
  NotFound,
  Problem,
} from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { PlannedDecisionType } from './planned-decision.type.ts';

const MOST_IDS = 1_000;

@InputType()
export class DecideByReviewInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => [ID], {
    description: `At most ${MOST_IDS}; those that are nobody’s or somebody else’s are left out.`,
  })
  readonly ids!: string[];

  @Field(() => DecisionEnum)
  readonly decision!: Decision;

  @Field(() => String, {
    nullable: true,
    description: 'Needed to decline: the recipient will read it.',
  })
  readonly reason?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class UndoReviewInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => ID)
  readonly plannedId!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'Noted, to be carried out in a few seconds.' })
export class DecisionPlanned {
  @Field(() => PlannedDecisionType)
  readonly planned: PlannedDecisionType;

  constructor(planned: PlannedDecisionType) {
    this.planned = planned;
  }
}

@ObjectType({ description: 'Nothing comes of it: what waited waits again.' })
export class DecisionUndone {
  @Field(() => PlannedDecisionType)
  readonly planned: PlannedDecisionType;

  constructor(planned: PlannedDecisionType) {
    this.planned = planned;
  }
}

const DecideByReviewResult = createUnionType({
  name: 'DecideByReviewResult',
  types: () => [DecisionPlanned, NotFound, InvalidInput, LimitReached, Conflict] as const,
});
const UndoReviewResult = createUnionType({
  name: 'UndoReviewResult',
  types: () => [DecisionUndone, NotFound, InvalidInput, Conflict] as const,
});

@Resolver()
export class DecideByReview {
  @Mutation(() => DecideByReviewResult, {
    description: 'Confirms or declines by a mailed link, in the name of its person.',
  })
  async decideByReview(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideByReviewInput) input: DecideByReviewInput,
  ): Promise<typeof DecideByReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const refused = refuse(input);
    if (refused !== null) return refused;
    const { organisationId, adminPersonId, personName } = link;
    const caller = `person/${adminPersonId}`;
    const call = { organisationId, operation: 'decideByReview', input, caller };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      const ids = input.ids.map((id) => fromId('optout', id)).filter((id) => id !== null);
      const { decision, reason = null } = input;
      const plan = { organisationId, adminPersonId, personName, requestIds: [...new Set(ids)] };
      return planDecision(sql, { ...plan, decision, reason, now: ctx.now });
    });
    if (done instanceof Problem) return done;
    const planned = done.result && (await plannedOf(ctx, link, done.result.plannedId));
    return planned ? new DecisionPlanned(planned) : new NotFound('request', 'ids');
  }

  @Mutation(() => UndoReviewResult, {
    description: 'Undoes a decision of one’s own that was not carried out yet.',
  })
  async undoReview(
    @Ctx() ctx: Context,
    @Arg('input', () => UndoReviewInput) input: UndoReviewInput,
  ): Promise<typeof UndoReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const plannedId = fromId('plan', input.plannedId);
    if (plannedId === null) return new NotFound('decision', 'plannedId');
    const { organisationId, adminPersonId } = link;
    const caller = `person/${adminPersonId}`;
    const call = { organisationId, operation: 'undoReview', input, caller };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      const undone = await undoDecision(sql, { adminPersonId, plannedId, now: ctx.now });
      return 'refused' in undone ? undone.refused : null;
    });
    if (done instanceof Problem) return done;
    if (done.result === 'already-carried-out') {
      const message = 'It is too late to undo this: it was carried out.';
      return new Conflict('ALREADY_CARRIED_OUT', message, 'plannedId');
    }
    const planned = await plannedOf(ctx, link, plannedId);
    return planned ? new DecisionUndone(planned) : new NotFound('decision', 'plannedId');
  }
}

function refuse({ ids, decision, reason }: DecideByReviewInput): Problem | null {
  if (ids.length === 0) return new InvalidInput('ids', 'Name at least one request.');
  if (ids.length > MOST_IDS) {
    const message = `At most ${MOST_IDS} requests at once; these are ${ids.length}.`;
    return new LimitReached('ids', message);
  }
  const refused = refuseReason(decision, reason ?? null);
  return refused && new InvalidInput('reason', DECISION_REFUSALS[refused], codeOf(refused));
}

async function plannedOf(
  { db }: Context,
  { adminPersonId, language }: ReviewLink,
  id: string,
): Promise<PlannedDecisionType | null> {
  const row = (await plansOfPerson(db.sql, adminPersonId, id)).find((plan) => plan.id === id);
  return row ? new PlannedDecisionType(row, language) : null;
}
