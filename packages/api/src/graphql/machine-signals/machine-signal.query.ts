import { findMachineSignals } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { MachineSignalType } from './machine-signal.type.ts';

@Resolver()
export class MachineSignalQuery {
  @Query(() => MachineSignalType, { nullable: true, description: 'Null where there is none.' })
  async machineSignal(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<MachineSignalType | null> {
    const { organisationId } = viewerOf(ctx);
    const ids = [readId('machine', id, 'id')];
    const [row] = await findMachineSignals(ctx.db.sql, organisationId, ids);
    return row === undefined ? null : new MachineSignalType(row);
  }
}
