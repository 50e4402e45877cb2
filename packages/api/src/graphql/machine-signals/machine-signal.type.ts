import { connectionOf } from '../shared/connection.ts';
import type { MachineSignal } from '@adieu/db';
import type { MachineSignalKind } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { MachineSignalKindEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('MachineSignalDetail')
export class MachineSignalDetailType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly value!: string;
}

@ObjectType('MachineSignal', {
  description: 'What a machine told of a recipient. It is no wish, and stops nothing by itself.',
})
export class MachineSignalType {
  readonly row: MachineSignal;

  constructor(row: MachineSignal) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('machine', this.row.id);
  }

  @Field(() => MachineSignalKindEnum)
  kind(): MachineSignalKind {
    return this.row.kind;
  }

  @Field(() => Date)
  at(): Date {
    return this.row.at;
  }

  @Field(() => [MachineSignalDetailType])
  detail(): MachineSignalDetailType[] {
    return Object.entries(this.row.detail).map(([name, value]) => ({ name, value }));
  }

  @Field(() => ID, { nullable: true, description: 'The request that an admin made of it.' })
  requestId(): string | null {
    return this.row.requestId === null ? null : toId('optout', this.row.requestId);
  }
}

export const MachineSignalConnection = connectionOf('MachineSignal', MachineSignalType);
export type MachineSignalConnection = InstanceType<typeof MachineSignalConnection>;
