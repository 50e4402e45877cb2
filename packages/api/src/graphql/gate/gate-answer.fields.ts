import type { OptOutRequest } from '@adieu/db';
import { explainGate, type OptOutMethod, type SuppressionRow } from '@adieu/domain';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { OptOutMethodEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { loadRequest } from '../opt-out-requests/load-request.ts';
import { GateAnswerType } from './gate-answer.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';

@Resolver(() => GateAnswerType)
export class GateAnswerFields {
  @FieldResolver(() => OptOutMethodEnum, {
    nullable: true,
    description: 'How the wish behind a no came in.',
  })
  async method(
    @Root() { decisive }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<OptOutMethod | null> {
    return (await requestBehind(ctx, decisive))?.method ?? null;
  }

  @FieldResolver(() => String, { description: 'For people, in English: one sentence.' })
  async explanation(
    @Root() { answer, decisive }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<string> {
    const request = await requestBehind(ctx, decisive);
    return explainGate(
      answer,
      request && { id: toId('optout', request.id), method: request.method },
    );
  }

  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request behind a no. Null for those who may see no requests.',
  })
  async request(
    @Root() { decisive }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<OptOutRequestType | null> {
    const row = await requestBehind(ctx, decisive);
    return row && new OptOutRequestType(row);
  }
}

/** Read only where somebody asks for an explanation: the answer itself does not need it. */
async function requestBehind(
  ctx: Context,
  decisive: SuppressionRow | null,
): Promise<OptOutRequest | null> {
  const requestId = decisive?.requestId ?? null;
  return requestId === null ? null : loadRequest(ctx, requestId);
}
