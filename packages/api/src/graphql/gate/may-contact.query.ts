import { type GatePath, mayContactMany, type OptOutRequest } from '@adieu/db';
import {
  type Channel,
  type ExplainedAnswer,
  explainGate,
  type OptOutMethod,
  type Purpose,
  type SuppressionRow,
} from '@adieu/domain';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum, OptOutMethodEnum, PurposeEnum } from '../shared/enums.ts';
import { fromId, type IdPrefix, toId } from '../shared/ids.ts';
import { loadRequest } from '../opt-out-requests/load-request.ts';
import { Problem } from '../shared/problems.ts';
import { AddressGateAnswerType, GateAnswerType } from './gate-answer.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';

const MOST_ADDRESSES = 1_000;
const PURPOSE = 'If not given: the book’s, or MARKETING where no book is named.';

@InputType()
export class MayContactInput {
  @Field(() => String)
  readonly address!: string;

  @Field(() => ChannelEnum)
  readonly channel!: Channel;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly topicId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, { nullable: true, description: PURPOSE })
  readonly purpose?: Purpose | null;
}

@InputType()
export class MayContactManyInput {
  @Field(() => [String], { description: `At most ${MOST_ADDRESSES}.` })
  readonly addresses!: string[];

  @Field(() => ChannelEnum)
  readonly channel!: Channel;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly topicId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, { nullable: true, description: PURPOSE })
  readonly purpose?: Purpose | null;
}

@Resolver(() => GateAnswerType)
export class MayContact {
  @Query(() => GateAnswerType, {
    description: 'The gate, explained: may this go to this address now (N9)?',
  })
  async mayContact(
    @Ctx() ctx: Context,
    @Arg('input', () => MayContactInput) input: MayContactInput,
  ): Promise<GateAnswerType> {
    const [answer] = await judge(ctx, input, [input.address]);
    return new GateAnswerType(answer!);
  }

  @Query(() => [AddressGateAnswerType], {
    description:
      'The same for many addresses at once, answered in their order. A list that is to be sent to asks again at its hand-over.',
  })
  async mayContactMany(
    @Ctx() ctx: Context,
    @Arg('input', () => MayContactManyInput) input: MayContactManyInput,
  ): Promise<AddressGateAnswerType[]> {
    const { addresses } = input;
    if (addresses.length > MOST_ADDRESSES)
      throw badInput(
        'addresses',
        `At most ${MOST_ADDRESSES} addresses at once; these are ${addresses.length}.`,
      );
    const answers = await judge(ctx, input, addresses);
    return answers.map(
      (answer, i) => new AddressGateAnswerType(addresses[i]!, new GateAnswerType(answer)),
    );
  }

  @FieldResolver(() => OptOutMethodEnum, {
    nullable: true,
    description: 'How the wish behind a no came in.',
  })
  async method(
    @Root() { decisive }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<OptOutMethod | null> {
    return (await requestBehind(ctx, decisive))?.method ?? null;
  }

  @FieldResolver(() => String, { description: 'For people, in English: one sentence.' })
  async explanation(
    @Root() { answer, decisive }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<string> {
    const request = await requestBehind(ctx, decisive);
    return explainGate(
      answer,
      request && { id: toId('optout', request.id), method: request.method },
    );
  }

  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request behind a no. Shown to admins.',
  })
  async request(
    @Root() { decisive }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<OptOutRequestType | null> {
    if (viewerOf(ctx).role !== 'ADMIN') return null;
    const row = await requestBehind(ctx, decisive);
    return row && new OptOutRequestType(row);
  }
}

/** Read only where somebody asks for an explanation: the answer itself does not need it. */
async function requestBehind(
  ctx: Context,
  decisive: SuppressionRow | null,
): Promise<OptOutRequest | null> {
  const requestId = decisive?.requestId ?? null;
  return requestId === null ? null : loadRequest(ctx, requestId);
}

/** One answer for each address, in their order. What is no address is answered as such and never asked for. */
async function judge(
  ctx: Context,
  input: Omit<MayContactInput, 'address'>,
  addresses: readonly string[],
): Promise<ExplainedAnswer[]> {
  const path: GatePath = {
    organisationId: viewerOf(ctx).organisationId,
    channel: input.channel,
    addressBookId: readId('book', 'addressBookId', input.addressBookId),
    topicId: readId('topic', 'topicId', input.topicId),
    accountId: readId('account', 'accountId', input.accountId),
    purpose: input.purpose ?? null,
    now: ctx.now,
  };
  const keys = addresses.map((address) => {
    const known = readAddress(ctx.ring, address, input.channel);
    if (!(known instanceof Problem)) return known.addressKey;
    if (known.field === 'channel') throw badInput('channel', known.message);
    return null;
  });
  const judged = await mayContactMany(
    ctx.db.sql,
    path,
    keys.filter((key) => key !== null),
  );
  if ('refused' in judged)
    throw badInput(
      'addressBookId',
      'There is no such address book, topic or account, or they do not belong together.',
    );
  const answers = judged.answers.values();
  return keys.map((key) =>
    key === null ? { allowed: false, because: 'UNKNOWN_ADDRESS' } : answers.next().value!,
  );
}

/** Null where it was not given. A wrong id must not widen the question, so it is refused. */
function readId(prefix: IdPrefix, field: string, id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  const uuid = fromId(prefix, id);
  if (uuid === null) throw badInput(field, `There is no such ${prefix}.`);
  return uuid;
}

function badInput(field: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}
