import { exportData, recordExport } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { documentOf } from '../personal-data/document.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { PersonActInput, refuseReason } from './person-act.ts';

@InputType()
export class ExportRecipientInput extends PersonActInput {}

@ObjectType()
export class RecipientExported {
  @Field(() => String, { description: 'All that is kept of them, as a JSON document to send on.' })
  readonly json!: string;
}

const ExportRecipientResult = keyResult('ExportRecipientResult', () => [
  RecipientExported,
  NotFound,
]);

@Resolver()
export class ExportRecipient {
  @Mutation(() => ExportRecipientResult, {
    description:
      'All that is kept of a person who asked for it in another way than by their own page (GDPR Art. 15, 20). The ledger keeps who took it out, and why.',
  })
  async exportRecipient(
    @Ctx() ctx: Context,
    @Arg('input', () => ExportRecipientInput) input: ExportRecipientInput,
  ): Promise<typeof ExportRecipientResult> {
    const viewer = viewerOf(ctx);
    const { organisationId } = viewer;
    const recipientId = readId('recipient', input.id, 'id');
    const { reason } = input;
    const refused = refuseReason(reason);
    if (refused !== null) return refused;
    const actor = actorOf(viewer);
    const act = { organisationId, recipientId, actor, reason, now: ctx.now };
    const done = await idempotentMutation(ctx, 'exportRecipient', input, (sql) =>
      recordExport(sql, act),
    );
    if (done instanceof Problem) return done;
    const data = done.result ? await exportData(ctx.db.sql, recipientId) : null;
    return data === null
      ? new NotFound('recipient', 'id')
      : answer(RecipientExported, { json: await documentOf(ctx, data) });
  }
}
