import { askForTestMails, MOST_TEST_MAILS_IN_AN_HOUR, type NamedRecipient } from '@adieu/db';
import type { GateAnswer, ScopeKind, SuppressionState } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { previewFor } from './preview-for.ts';
import { CampaignTextRefused } from '../campaigns/campaign-text-refused.type.ts';
import { AddressGateAnswerType, GateAnswerType } from '../gate/gate-answer.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { keyResult } from '../shared/result.ts';

const MOST_ADDRESSES = 10;

@InputType()
export class SendTestMailsInput extends IdempotentInput {
  @Field(() => ID)
  readonly campaignId!: string;

  @Field(() => [String], { description: `Up to ${MOST_ADDRESSES} addresses.` })
  readonly to!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'As whom they are filled. Without a contact: a made-up reader, who has no fields.',
  })
  readonly contactId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The contact by his address, in the campaign’s book or another of its account.',
  })
  readonly contactAddress?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'sv, cs, de, da or en, instead of the contact’s or the campaign’s own.',
  })
  readonly language?: string | null;
}

@ObjectType({ description: 'The tests are on their way, but for those that the gate stopped.' })
export class TestMailsQueued {
  @Field(() => Int)
  readonly queued: number;

  @Field(() => [AddressGateAnswerType], {
    description: 'Addresses that are not written to, and why: they left, or are paused.',
  })
  readonly stopped: readonly AddressGateAnswerType[];

  constructor(queued: number, stopped: readonly AddressGateAnswerType[]) {
    this.queued = queued;
    this.stopped = stopped;
  }
}

const SendTestMailsResult = keyResult(
  'SendTestMailsResult',
  () => [TestMailsQueued, CampaignTextRefused, NotFound, LimitReached] as const,
);

@Resolver()
export class SendTestMails {
  @Mutation(() => SendTestMailsResult, {
    description:
      'Mails a campaign to a few addresses to look at, marked as a test. Its ways out take nobody off, and no report counts it.',
  })
  async sendTestMails(
    @Ctx() ctx: Context,
    @Arg('input', () => SendTestMailsInput) input: SendTestMailsInput,
  ): Promise<typeof SendTestMailsResult> {
    const { organisationId, name: askedBy } = viewerOf(ctx);
    const to = readTo(ctx, input.to);
    if (to instanceof Problem) return to;
    const previewed = await previewFor(ctx, input);
    if (previewed instanceof Problem) return previewed;
    const { reader, language, checked } = previewed;
    const operation = 'sendTestMails';
    const done = await idempotentMutation(ctx, operation, input, async (sql) => {
      const asked = await askForTestMails(sql, {
        organisationId,
        campaignId: checked.row.id,
        to: to.map(({ recipient }) => recipient),
        contactId: reader?.contactId ?? null,
        language,
        askedBy,
        now: ctx.now,
      });
      return 'refused' in asked ? asked : { answers: asked.answers.map(keep) };
    });
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return refusal(done.result.refused);
    const { answers } = done.result;
    const stopped = answers.flatMap((kept, i) =>
      kept === null
        ? []
        : [new AddressGateAnswerType(to[i]!.asked, new GateAnswerType(answerOf(kept)))],
    );
    return new TestMailsQueued(answers.length - stopped.length, stopped);
  }
}

function refusal(refused: 'not-found' | 'archived' | 'limit'): NotFound | Conflict | LimitReached {
  switch (refused) {
    case 'not-found':
      return new NotFound('campaign', 'campaignId');
    case 'archived':
      return new Conflict('ARCHIVED', 'This is archived: nothing is sent through it any more.');
    case 'limit':
      return new LimitReached(
        'to',
        `An account sends at most ${MOST_TEST_MAILS_IN_AN_HOUR} test mails in an hour. Wait, or use previewCampaign.`,
      );
  }
}

/** Each address once, with the text that it was asked by. */
function readTo(
  ctx: Context,
  texts: readonly string[],
): { asked: string; recipient: NamedRecipient }[] | Problem {
  if (texts.length === 0) return new InvalidInput('to', 'Name at least one address.');
  if (texts.length > MOST_ADDRESSES)
    return new LimitReached('to', `At most ${MOST_ADDRESSES} at once; these are ${texts.length}.`);
  const found = new Map<string, { asked: string; recipient: NamedRecipient }>();
  for (const [i, asked] of texts.entries()) {
    const known = readAddress(ctx.ring, asked, 'EMAIL');
    if (known instanceof Problem)
      return new InvalidInput('to', `Number ${i + 1} of these is not an e-mail address.`);
    const { address, addressKey } = known;
    if (!found.has(address)) found.set(address, { asked, recipient: { address, addressKey } });
  }
  return [...found.values()];
}

/** A no as it is kept with an idempotency key: no address, only what decided. */
type KeptNo = {
  readonly state: SuppressionState;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly since: string;
  readonly requestId: string | null;
};

function keep(answer: GateAnswer): KeptNo | null {
  // Recipients' own pauses and periods do not stop a test.
  if (!('decisive' in answer)) return null;
  const { state, scopeKind, scopeId, since, requestId } = answer.decisive;
  return { state, scopeKind, scopeId, since: since.toISOString(), requestId };
}

function answerOf({ since, ...kept }: KeptNo): GateAnswer {
  return { allowed: false, because: kept.state, decisive: { ...kept, since: new Date(since) } };
}
