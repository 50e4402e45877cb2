import { findSender } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { NotFound } from '../shared/problems.ts';
import { answer, keyResult } from '../shared/result.ts';
import { SenderType } from './sender.type.ts';

@ObjectType({ description: 'It is as asked.' })
export class SenderChanged {
  @Field(() => SenderType)
  readonly sender!: SenderType;
}

export const ChangeSenderResult = keyResult('ChangeSenderResult', () => [SenderChanged, NotFound]);

/** What is told of a sender that was changed. */
export async function changed(ctx: Context, id: string): Promise<SenderChanged | NotFound> {
  const row = await findSender(ctx.db.sql, viewerOf(ctx).organisationId, id);
  return row === null
    ? new NotFound('sender', 'id')
    : answer(SenderChanged, { sender: new SenderType(row) });
}
