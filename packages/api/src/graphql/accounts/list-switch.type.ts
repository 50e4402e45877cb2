import type { ListSwitch } from '@adieu/db';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('ListSwitch', {
  description: 'What a switch moves, or would move. No opt-out is lost.',
})
export class ListSwitchType {
  readonly counts: ListSwitch;

  constructor(counts: ListSwitch) {
    this.counts = counts;
  }

  @Field(() => Int, { description: 'Opt-outs of the account, its books and topics, that move.' })
  optOuts(): number {
    return this.counts.optOuts;
  }

  @Field(() => Int, { description: 'Pauses that move with their open requests.' })
  pauses(): number {
    return this.counts.pauses;
  }

  @Field(() => Int, {
    description:
      'Of the whole organisation: copied into an own list, or brought back for this account alone.',
  })
  copied(): number {
    return this.counts.copied;
  }

  @Field(() => Int, {
    description:
      'Of all these, how many the other list has already: the stricter, then the earlier wins.',
  })
  conflicts(): number {
    return this.counts.conflicts;
  }

  @Field(() => Int, { description: 'Open requests about them; they keep their deadlines.' })
  openRequests(): number {
    return this.counts.openRequests;
  }
}
