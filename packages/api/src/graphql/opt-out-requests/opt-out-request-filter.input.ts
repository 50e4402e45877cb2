import type { RequestFilter } from '@adieu/db';
import {
  type ActorKind,
  type Channel,
  channelOf,
  isMask,
  type OptOutMethod,
  type Purpose,
  type RequestState,
  type ScopeKind,
  type Signal,
  type Viewer,
} from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { READ } from '../access/area.ts';
import { rightsEverywhere } from '../access/held-rights.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ActorKindEnum } from '../shared/caller-enums.ts';
import {
  ChannelEnum,
  OptOutMethodEnum,
  OptOutRequestStateEnum,
  PurposeEnum,
  ScopeKindEnum,
  SignalEnum,
} from '../shared/enums.ts';
import { readId } from '../shared/read-id.ts';
import { Problem } from '../shared/problems.ts';
import { BadArgument } from '../shared/bad-argument.ts';

@InputType({ description: 'Who decided. What is not given does not matter.' })
export class ActorFilter {
  @Field(() => ActorKindEnum, { nullable: true })
  readonly kind?: ActorKind | null;

  @Field(() => String, { nullable: true, description: 'The name of an admin’s key, as it is.' })
  readonly name?: string | null;
}

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class OptOutRequestFilter {
  @Field(() => [OptOutRequestStateEnum], { nullable: true })
  readonly states?: RequestState[] | null;

  @Field(() => [SignalEnum], { nullable: true })
  readonly signals?: Signal[] | null;

  @Field(() => [OptOutMethodEnum], { nullable: true })
  readonly methods?: OptOutMethod[] | null;

  @Field(() => [PurposeEnum], { nullable: true })
  readonly purposes?: Purpose[] | null;

  @Field(() => [ScopeKindEnum], { nullable: true })
  readonly scopeKinds?: ScopeKind[] | null;

  @Field(() => ChannelEnum, { nullable: true })
  readonly channel?: Channel | null;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The requests of one burst.' })
  readonly quarantine?: string | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  readonly receivedAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  readonly receivedBefore?: Date | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  readonly deadlineAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  readonly deadlineBefore?: Date | null;

  @Field(() => ActorFilter, { nullable: true })
  readonly decidedBy?: ActorFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whole, or as a mask shows it: `an•••@ex•••.test`, or with `*` for what is hidden. Who sees masks alone may show one letter more, and no further.',
  })
  readonly address?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of a note, a reason, or the name of a campaign or scope; 3 to 200 characters. Case and accents do not matter.',
  })
  readonly text?: string | null;
}

const TEXT = { shortest: 3, longest: 200 };

/** The filter as the database takes it. Throws where a text or an address can not be searched for. */
export function readFilter(ctx: Context, given: OptOutRequestFilter): RequestFilter {
  const { addressBookId, accountId, quarantine, decidedBy, address, text, ...rest } = given;
  return {
    ...rest,
    ...(typeof addressBookId === 'string' && {
      addressBookId: readId('book', addressBookId, 'filter.addressBookId'),
    }),
    ...(typeof accountId === 'string' && {
      accountId: readId('account', accountId, 'filter.accountId'),
    }),
    ...(typeof quarantine === 'string' && {
      quarantineId: readId('quarantine', quarantine, 'filter.quarantine'),
    }),
    ...(decidedBy?.kind && { decidedByKind: decidedBy.kind }),
    ...(typeof decidedBy?.name === 'string' && { decidedByName: decidedBy.name }),
    ...(typeof address === 'string' && readAddressFilter(ctx, address.trim(), given.channel)),
    ...(typeof text === 'string' && { text: readText(text.trim()) }),
  };
}

function readAddressFilter(
  ctx: Context,
  address: string,
  channel: Channel | null = null,
): Pick<RequestFilter, 'addressKey' | 'maskedAddress'> {
  if (/[•*]/.test(address)) {
    if (address.length > TEXT.longest || !/^[^•*]/.test(address))
      throw new BadArgument('filter.address', 'must begin with what the mask shows of the address');
    if (!seesAddresses(viewerOf(ctx)) && !isMask(address))
      throw new BadArgument('filter.address', 'shows more than a mask, and you see masks alone');
    return { maskedAddress: address.toLowerCase().replaceAll(' ', '') };
  }
  const known = readAddress(ctx.ring, address, channel ?? channelOf(address));
  if (known instanceof Problem)
    throw new BadArgument('filter.address', 'is neither an address nor a masked one');
  return { addressKey: known.addressKey };
}

/** Whether they see addresses in clear, wherever they see requests. */
function seesAddresses({ grants }: Viewer): boolean {
  const { rights } = READ;
  return (
    rightsEverywhere(grants).some((right) => rights.includes(right)) ||
    grants.every(({ right }) => rights.includes(right))
  );
}

function readText(text: string): string {
  const { shortest, longest } = TEXT;
  if (text.length >= shortest && text.length <= longest) return text;
  throw new BadArgument('filter.text', `must have ${shortest} to ${longest} characters`);
}
