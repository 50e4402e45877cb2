import { evidenceOfRequests } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../context.ts';
import { EvidenceType } from '../types/evidence.ts';
import { OptOutRequestType } from '../types/opt-out-request.ts';

@Resolver(() => OptOutRequestType)
export class EvidenceFields {
  @FieldResolver(() => [EvidenceType], {
    description: 'What speaks for it, the oldest first; empty after its retention.',
  })
  async evidence(@Root() { row }: OptOutRequestType, @Ctx() ctx: Context): Promise<EvidenceType[]> {
    const { organisationId } = viewerOf(ctx);
    const rows = await evidenceOfRequests(ctx.db.sql, organisationId, [row.id]);
    return rows.map((each) => new EvidenceType(each));
  }
}
