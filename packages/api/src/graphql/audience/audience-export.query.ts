import { findExport } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { AudienceExportType } from './audience-export.type.ts';

@Resolver()
export class AudienceExportQuery {
  @Query(() => AudienceExportType, { nullable: true, description: 'Null where there is none.' })
  async audienceExport(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AudienceExportType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findExport(ctx.db.sql, organisationId, readId('export', id, 'id'));
    return row && new AudienceExportType(row);
  }
}
