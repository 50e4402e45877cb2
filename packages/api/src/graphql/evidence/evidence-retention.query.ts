import { evidenceRetention } from '@adieu/db';
import { Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { EvidenceRetentionType } from './evidence-retention.type.ts';

@Resolver()
export class EvidenceRetentionQuery {
  @Query(() => EvidenceRetentionType)
  async evidenceRetention(@Ctx() ctx: Context): Promise<EvidenceRetentionType> {
    const { organisationId } = viewerOf(ctx);
    return new EvidenceRetentionType(await evidenceRetention(ctx.db.sql, organisationId));
  }
}
