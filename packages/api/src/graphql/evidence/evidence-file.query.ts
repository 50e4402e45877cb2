import { findEvidence } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { EvidenceFileType } from './evidence-file.type.ts';
import { BadArgument } from '../shared/bad-argument.ts';

const SHA256 = /^[\da-f]{64}$/;

@Resolver()
export class EvidenceFileQuery {
  @Query(() => EvidenceFileType, { nullable: true })
  async evidenceFile(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<EvidenceFileType | null> {
    if (!SHA256.test(id)) throw new BadArgument('id', 'is not the id of a file: 64 hex digits');
    const row = await findEvidence(ctx.db.sql, viewerOf(ctx).organisationId, id);
    return row && new EvidenceFileType(row);
  }
}
