import { listMachineSignals } from '@adieu/db';
import type { MachineSignalKind } from '@adieu/domain';
import { Arg, Args, Ctx, Field, InputType, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { MachineSignalKindEnum } from '../shared/enums.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { MachineSignalConnection, MachineSignalType } from './machine-signal.type.ts';

@InputType({ description: 'What is not given does not matter.' })
export class MachineSignalFilter {
  @Field(() => [MachineSignalKindEnum], { nullable: true })
  readonly kinds?: MachineSignalKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: nobody has made a request of it. False: somebody has.',
  })
  readonly open?: boolean | null;
}

@Resolver()
export class MachineSignals {
  @Query(() => MachineSignalConnection, { description: 'The newest first.' })
  async machineSignals(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MachineSignalFilter, { nullable: true })
    filter?: MachineSignalFilter | null,
  ): Promise<MachineSignalConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listMachineSignals(ctx.db.sql, viewerOf(ctx).organisationId, {
      kinds: filter?.kinds ?? null,
      isOpen: filter?.open ?? null,
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new MachineSignalConnection(
      pageOf(
        listed,
        (row) => new MachineSignalType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
