import { assignSmsSender, organisationExists } from '@adieu/db';
import type { SmsSenderKind } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readSenderInput, senderRefused } from '../senders/read-sender.ts';
import type { Context } from '../shared/context.ts';
import { SmsSenderKindEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class AssignSmsSenderInput extends IdempotentInput {
  @Field(() => SmsSenderKindEnum)
  readonly smsKind!: SmsSenderKind;

  @Field(() => String, {
    description:
      'A number with its country (`+46…`), up to 11 characters of text, or a short code: by `smsKind`.',
  })
  readonly address!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a short code that several share; without it, all of the code that nobody else has.',
  })
  readonly keyword?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null takes it away from whoever has it.' })
  readonly organisationId?: string | null;
}

@ObjectType()
export class SmsSenderAssigned {
  @Field(() => String, { description: 'In its normal form.' })
  readonly address!: string;

  @Field(() => String, { description: 'In its normal form; empty: none.' })
  readonly keyword!: string;

  @Field(() => ID, { nullable: true, description: 'Whose it is now; null: nobody’s.' })
  readonly organisationId!: string | null;
}

const AssignSmsSenderResult = keyResult('AssignSmsSenderResult', () => [
  SmsSenderAssigned,
  NotFound,
]);

@Resolver()
export class AssignSmsSender {
  @Mutation(() => AssignSmsSenderResult, {
    description:
      'The operator’s word on whose a number, a text or a short code is. Whoever had it has it no more: their campaigns that are being sent from it are paused (SMS_SENDER). Needed where several organisations share an installation; what the only one sends from becomes its own by createSender.',
  })
  async assignSmsSender(
    @Ctx() ctx: Context,
    @Arg('input', () => AssignSmsSenderInput) input: AssignSmsSenderInput,
  ): Promise<typeof AssignSmsSenderResult> {
    const { smsKind: kind } = input;
    const form = readSenderInput(kind, input, null);
    if (form instanceof Problem) return form;
    const organisationId = readOptionalId('org', input.organisationId, 'organisationId');
    if (organisationId !== null && !(await organisationExists(ctx.db.sql, organisationId)))
      return new NotFound('organisation', 'organisationId');
    const { address, keyword } = form;
    const assign = { kind, address, keyword, organisationId, now: ctx.now };
    const done = await idempotentMutation(ctx, 'assignSmsSender', input, async (sql) => {
      const assigned = await assignSmsSender(sql, assign);
      return { isRefused: assigned !== 'assigned' };
    });
    if (done instanceof Problem) return done;
    if (done.result.isRefused) return senderRefused('keyword-reads-like-anothers');
    return answer(SmsSenderAssigned, {
      address,
      keyword,
      organisationId: input.organisationId ?? null,
    });
  }
}
