import { exportAbout } from '@adieu/db';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { BadArgument } from '../shared/bad-argument.ts';

@ObjectType({ description: 'A file that anybody can check: docs/consent.md says how.' })
export class LedgerExportFile {
  @Field(() => String)
  readonly json!: string;

  @Field(() => Int, { description: 'Events in it.' })
  readonly events!: number;

  @Field(() => Int, {
    description: 'Of these, how many are too young to be sealed: ask again in a minute or two.',
  })
  readonly unsealed!: number;
}

const ABOUT = ['optout', 'proof', 'consent'] as const;

@Resolver()
export class LedgerExport {
  @Query(() => LedgerExportFile, {
    nullable: true,
    description:
      'What the ledger holds about a request, a consent proof or a recorded consent, each event with its inclusion proof.',
  })
  async ledgerExport(
    @Ctx() ctx: Context,
    @Arg('about', () => ID, { description: 'optout_…, proof_… or consent_…' }) about: string,
  ): Promise<LedgerExportFile | null> {
    const { organisationId } = viewerOf(ctx);
    const [requestId, proofId, consentId] = ABOUT.map((prefix) => fromId(prefix, about));
    if (!requestId && !proofId && !consentId)
      throw new BadArgument('about', 'is not an id of the form optout_…, proof_… or consent_…');
    const exported = await exportAbout(
      ctx.db.sql,
      {
        organisationId,
        requestId: requestId ?? null,
        proofId: proofId ?? null,
        consentId: consentId ?? null,
      },
      ctx.now,
    );
    if (exported === null) return null;
    const unsealed = exported.events.filter(({ proof }) => proof === null).length;
    return { json: JSON.stringify(exported), events: exported.events.length, unsealed };
  }
}
