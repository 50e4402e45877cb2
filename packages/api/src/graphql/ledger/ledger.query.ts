import { exportAbout, type LedgerBreak, lastSeal, listSeals, verifyLedger } from '@adieu/db';
import { EVENT_BREAKS } from '@adieu/domain';
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { firstOf, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { LedgerSealConnection } from './ledger-seal.type.ts';
import { LedgerSealType } from './ledger-seal.type.ts';

const BREAKS: readonly LedgerBreak[] = [...EVENT_BREAKS, 'SEAL_CHANGED', 'CHAIN_BROKEN'];
const LedgerBreakEnum = Object.fromEntries(BREAKS.map((word) => [word, word]));
registerEnumType(LedgerBreakEnum, {
  name: 'LedgerBreak',
  description: 'What was done behind the database’s triggers.',
});

@ObjectType({ description: 'The first thing that is not as it was sealed.' })
export class BrokenSeal {
  @Field(() => LedgerBreakEnum)
  readonly break!: LedgerBreak;

  @Field(() => Int)
  readonly sequence!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'The event that was changed or added, or before which one is missing. Null where it concerns none, or one of another organisation.',
  })
  readonly eventId!: string | null;
}

@ObjectType({
  description: 'Every hash of these seals, made again from the events that are there.',
})
export class LedgerVerification {
  @Field(() => Int, { nullable: true, description: 'The first seal that was looked at.' })
  readonly from!: number | null;

  @Field(() => Int, { nullable: true, description: 'The last seal that was looked at.' })
  readonly to!: number | null;

  @Field(() => Int)
  readonly events!: number;

  @Field(() => Boolean, { description: 'True where nothing that was looked at is broken.' })
  readonly whole!: boolean;

  @Field(() => BrokenSeal, { nullable: true })
  readonly broken!: BrokenSeal | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Where to go on: a long ledger is verified in parts. Null at its end.',
  })
  readonly next!: number | null;

  @Field(() => LedgerSealType, { nullable: true, description: 'The last seal of the chain.' })
  readonly head!: LedgerSealType | null;
}

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

@Resolver()
export class Ledger {
  @Query(() => LedgerSealConnection, { description: 'The newest first.' })
  async ledgerSeals(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<LedgerSealConnection> {
    const after = readCursor(page, ([sequence]) => /^\d{1,9}$/.test(sequence ?? ''));
    const { rows, hasNext } = await listSeals(ctx.db.sql, {
      first: firstOf(page),
      before: after === null ? null : Number(after[0]),
    });
    const edges = rows.map((seal) => ({
      node: new LedgerSealType(seal),
      cursor: writeCursor(String(seal.sequence)),
    }));
    return new LedgerSealConnection({ edges, hasNext });
  }

  @Query(() => LedgerVerification, {
    description: 'Verifies the seals from one sequence to another, all if not given (W-12).',
  })
  async verifyLedger(
    @Ctx() ctx: Context,
    @Arg('from', () => Int, { nullable: true }) from?: number | null,
    @Arg('to', () => Int, { nullable: true }) to?: number | null,
  ): Promise<LedgerVerification> {
    const { broken, ...found } = await verifyLedger(ctx.db.sql, {
      from: from ?? null,
      to: to ?? null,
    });
    const head = await lastSeal(ctx.db.sql);
    const isOurs = broken?.organisationId === viewerOf(ctx).organisationId;
    return {
      ...found,
      whole: broken === null,
      broken: broken && { ...broken, eventId: isOurs ? broken.eventId : null },
      head: head && new LedgerSealType(head),
    };
  }

  @Query(() => LedgerExportFile, {
    nullable: true,
    description:
      'What the ledger holds about a request, a consent proof or a recorded consent, each event with its inclusion proof (N6).',
  })
  async ledgerExport(
    @Ctx() ctx: Context,
    @Arg('about', () => ID, { description: 'optout_…, proof_… or consent_…' }) about: string,
  ): Promise<LedgerExportFile | null> {
    const { organisationId } = viewerOf(ctx);
    const exported = await exportAbout(
      ctx.db.sql,
      {
        organisationId,
        requestId: fromId('optout', about),
        proofId: fromId('proof', about),
        consentId: fromId('consent', about),
      },
      ctx.now,
    );
    if (exported === null) return null;
    const unsealed = exported.events.filter(({ proof }) => proof === null).length;
    return { json: JSON.stringify(exported), events: exported.events.length, unsealed };
  }
}
