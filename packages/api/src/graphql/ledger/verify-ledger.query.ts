import { EVENT_BREAKS } from '@adieu/domain';
import { type LedgerBreak, lastSeal, verifyLedger } from '@adieu/db';
import {
  Arg,
  Ctx,
  Field,
  ID,
  Int,
  ObjectType,
  registerEnumType,
  Query,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { LedgerSealType } from './ledger-seal.type.ts';

const BREAKS: readonly LedgerBreak[] = [...EVENT_BREAKS, 'SEAL_CHANGED', 'CHAIN_BROKEN'];

export const LedgerBreakEnum = Object.fromEntries(BREAKS.map((word) => [word, word]));
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

  @Field(() => Int, { description: 'Events of this organisation among them.' })
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

@Resolver()
export class VerifyLedger {
  @Query(() => LedgerVerification, {
    description: 'Verifies the seals from one sequence to another, all if not given.',
  })
  async verifyLedger(
    @Ctx() ctx: Context,
    @Arg('from', () => Int, { nullable: true }) from?: number | null,
    @Arg('to', () => Int, { nullable: true }) to?: number | null,
  ): Promise<LedgerVerification> {
    const { organisationId } = viewerOf(ctx);
    const { broken, ...found } = await verifyLedger(ctx.db.sql, {
      from: from ?? null,
      to: to ?? null,
      organisationId,
    });
    const head = await lastSeal(ctx.db.sql);
    const isOurs = broken?.organisationId === organisationId;
    return {
      ...found,
      whole: broken === null,
      broken: broken && { ...broken, eventId: isOurs ? broken.eventId : null },
      head: head && new LedgerSealType(head),
    };
  }
}
