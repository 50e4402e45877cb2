import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { SuppressionType } from './suppression.type.ts';

@Resolver(() => SuppressionType)
export class SuppressionFields {
  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request that it is for.',
  })
  async request(
    @Root() { row }: SuppressionType,
    @Ctx() { loaders }: Context,
  ): Promise<OptOutRequestType | null> {
    const request = row.requestId === null ? null : await loaders.request.load(row.requestId);
    return request && new OptOutRequestType(request);
  }
}
