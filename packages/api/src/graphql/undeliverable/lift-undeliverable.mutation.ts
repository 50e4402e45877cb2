import { liftManyUndeliverable } from '@adieu/db';
import { actorOf, LONGEST_REASON } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { fromId } from '../shared/ids.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { notAnId, readOptionalId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

const MOST = 1_000;

@InputType()
export class LiftUndeliverableInput extends IdempotentInput {
  @Field(() => [ID], { description: `Recipients, at most ${MOST}.` })
  readonly ids!: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'Those alone of which something came back to this account; the others count as unknown. Whoever is held to one account lifts these.',
  })
  readonly accountId?: string | null;

  @Field(() => String, { description: 'Why mail arrives there again; kept in the ledger.' })
  readonly reason!: string;
}

@ObjectType()
export class UndeliverableLifted {
  @Field(() => Int)
  readonly lifted!: number;

  @Field(() => Int, { description: 'Those that could be written to already.' })
  readonly notUndeliverable!: number;

  @Field(() => Int, { description: 'Those of which there is no such recipient.' })
  readonly unknown!: number;
}

const LiftUndeliverableResult = keyResult('LiftUndeliverableResult', () => [
  UndeliverableLifted,
  NotFound,
  LimitReached,
]);

@Resolver()
export class LiftUndeliverable {
  @Mutation(() => LiftUndeliverableResult, {
    description:
      'Lets addresses be written to again to which nothing was sent any more, as it had come back. Who left stays out: that is another matter.',
  })
  async liftUndeliverable(
    @Ctx() ctx: Context,
    @Arg('input', () => LiftUndeliverableInput) input: LiftUndeliverableInput,
  ): Promise<typeof LiftUndeliverableResult> {
    const viewer = viewerOf(ctx);
    const { ids, reason } = input;
    const refused = refuseInput(input);
    if (refused !== null) return refused;
    const read = [...new Set(ids)].map((id) => fromId('recipient', id));
    if (read.includes(null)) return notAnId('recipient', 'ids');
    const accountId = readOptionalId('account', input.accountId, 'accountId');
    const recipientIds = read.flatMap((id) => id ?? []);
    const done = await idempotentMutation(ctx, 'liftUndeliverable', input, async (sql) => ({
      ...(await liftManyUndeliverable(sql, {
        organisationId: viewer.organisationId,
        recipientIds,
        accountId,
        by: 'MEMBER',
        actor: actorOf(viewer),
        reason,
        now: ctx.now,
      })),
    }));
    if (done instanceof Problem) return done;
    const { lifted, known } = done.result;
    if (known === 0) return new NotFound('recipient', 'ids');
    return answer(UndeliverableLifted, {
      lifted,
      notUndeliverable: known - lifted,
      unknown: recipientIds.length - known,
    });
  }
}

function refuseInput({ ids, reason }: LiftUndeliverableInput): InvalidInput | LimitReached | null {
  if (ids.length === 0) return new InvalidInput('ids', 'Name at least one recipient.');
  if (ids.length > MOST) return new LimitReached('ids', `At most ${MOST} at once.`);
  if (reason.trim() === '')
    return new InvalidInput('reason', 'Say why mail arrives there again.', 'REASON_REQUIRED');
  return reason.length > LONGEST_REASON
    ? new InvalidInput('reason', `At most ${LONGEST_REASON} characters.`, 'REASON_TOO_LONG')
    : null;
}
