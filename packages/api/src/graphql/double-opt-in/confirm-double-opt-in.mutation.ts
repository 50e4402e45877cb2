import { visitorOf } from '../shared/visitor.ts';
import { type Confirmed, confirmDoubleOptIn, findDoubleOptIn, gateOfDoubleOptIn } from '@adieu/db';
import { type DoubleOptInState, doubleOptInState } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { DoubleOptInStateEnum } from '../shared/enums.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { Conflict, NotFound, Problem } from '../shared/problems.ts';
import { ScopeType } from '../scopes/scope.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, linkResult } from '../shared/result.ts';
import { Expired, Superseded } from './link-problems.type.ts';

@InputType()
export class ConfirmDoubleOptInInput extends IdempotentInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'IP address of the visitor, part of the proof. Of our own pages; for all others it is the address that they come from.',
  })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;
}

@ObjectType()
export class DoubleOptInConfirmed {
  @Field(() => ScopeType)
  readonly scope!: ScopeType;

  @Field(() => Date)
  readonly confirmedAt!: Date;

  @Field(() => DoubleOptInStateEnum, { description: 'As the gate has it now.' })
  readonly state!: DoubleOptInState;
}

const ConfirmDoubleOptInResult = linkResult('ConfirmDoubleOptInResult', () => [
  DoubleOptInConfirmed,
  NotFound,
  Expired,
  Superseded,
]);

@Resolver()
export class ConfirmDoubleOptIn {
  @Mutation(() => ConfirmDoubleOptInResult, {
    description:
      'Brings one scope back, and writes the proof. A link that was confirmed before answers with that first time; `state` says whether it still counts.',
  })
  async confirmDoubleOptIn(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmDoubleOptInInput) input: ConfirmDoubleOptInInput,
  ): Promise<typeof ConfirmDoubleOptInResult> {
    const tokenHash = hashSecretToken(input.token);
    const found = await findDoubleOptIn(ctx.db.sql, tokenHash);
    if (found === null) return new NotFound('link', 'token');
    const { organisationId } = found;
    const call = {
      organisationId,
      operation: 'confirmDoubleOptIn',
      input,
      caller: `double-opt-in/${found.id}`,
    };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const confirmed = await confirmDoubleOptIn(sql, {
        tokenHash,
        ...visitorOf(ctx, input),
        now: ctx.now,
      });
      return outcomeOf(confirmed);
    });
    if (done instanceof Problem) return done;
    const { refused, confirmedAt } = done.result;
    if (refused === 'not-found') return new NotFound('link', 'token');
    if (refused === 'expired') return new Expired();
    if (refused === 'superseded') return new Superseded();
    if (refused === 'archived')
      return new Conflict('ARCHIVED', 'What this link is about is not sent any more.', 'token');
    const link = { ...found, confirmedAt: new Date(confirmedAt!), supersededAt: null };
    const gate = await gateOfDoubleOptIn(ctx.db.sql, found, ctx.now);
    return answer(DoubleOptInConfirmed, {
      scope: new ScopeType(found.scopeKind, found.scopeId),
      confirmedAt: link.confirmedAt,
      state: doubleOptInState(link, gate, ctx.now),
    });
  }
}

function outcomeOf(confirmed: Awaited<ReturnType<typeof confirmDoubleOptIn>>): {
  refused: 'not-found' | 'expired' | 'superseded' | 'archived' | null;
  confirmedAt: string | null;
} {
  if (!('refused' in confirmed) || confirmed.refused === 'used')
    return { refused: null, confirmedAt: (confirmed as Confirmed).confirmedAt.toISOString() };
  return { refused: confirmed.refused, confirmedAt: null };
}
