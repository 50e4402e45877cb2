import { findApiKeyRow } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { ApiKeyType } from './api-key.type.ts';

@Resolver()
export class ApiKeyQuery {
  @Query(() => ApiKeyType, { nullable: true, description: 'Null where there is none.' })
  async apiKey(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ApiKeyType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findApiKeyRow(ctx.db.sql, organisationId, readId('key', id, 'id'));
    return row && new ApiKeyType(row);
  }
}
