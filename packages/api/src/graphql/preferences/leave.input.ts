import { Field, ID, InputType } from 'type-graphql';
import { type LeaveChoice, LeaveChoiceEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class LeaveInput extends IdempotentInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => LeaveChoiceEnum, {
    nullable: true,
    description: 'Null where topics alone are switched off.',
  })
  readonly choice?: LeaveChoice | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: `Topics to leave, at most ${LONGEST_LIST}.`,
  })
  readonly topicIdsOff!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Also for the addresses on other channels that a contact links to this one. All marketing always is left on all of them.',
  })
  readonly allChannels!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'IP address of the visitor. Of our own pages; for all others it is the address that they come from.',
  })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;
}
