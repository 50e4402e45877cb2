import { askForTestMails, type ForeignSender, MOST_TEST_MAILS_IN_AN_HOUR } from '@adieu/db';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { FOREIGN_SENDERS } from '../senders/foreign-sender.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { previewFor } from './preview-for.ts';
import { CampaignTextRefused } from '../campaigns/campaign-text-refused.type.ts';
import { AddressGateAnswerType, GateAnswerType } from '../gate/gate-answer.type.ts';
import { answer, keyResult } from '../shared/result.ts';
import { SendTestMailsInput } from './send-test-mails.input.ts';
import { readTo } from './read-test-addresses.ts';
import { keep, answerOf } from './kept-answer.ts';
import { notSentThere } from './not-sent-there.ts';

@ObjectType({ description: 'The tests are on their way, but for those that the gate stopped.' })
export class TestMailsQueued {
  @Field(() => Int)
  readonly queued!: number;

  @Field(() => [AddressGateAnswerType], {
    description: 'Addresses that are not written to, and why: they left, or are paused.',
  })
  readonly stopped!: readonly AddressGateAnswerType[];
}

const SendTestMailsResult = keyResult('SendTestMailsResult', () => [
  TestMailsQueued,
  CampaignTextRefused,
  NotFound,
  LimitReached,
]);

@Resolver()
export class SendTestMails {
  @Mutation(() => SendTestMailsResult, {
    description:
      'Sends a campaign to a few addresses or numbers of its channel to look at, marked as a test. Its ways out take nobody off, and no report counts it.',
  })
  async sendTestMails(
    @Ctx() ctx: Context,
    @Arg('input', () => SendTestMailsInput) input: SendTestMailsInput,
  ): Promise<typeof SendTestMailsResult> {
    const { organisationId, name: askedBy } = viewerOf(ctx);
    const previewed = await previewFor(ctx, input);
    if (previewed instanceof Problem) return previewed;
    const { reader, language, checked } = previewed;
    const { channel } = checked.row;
    const to = readTo(ctx, input.to, { channel, country: checked.campaign.country });
    if (to instanceof Problem) return to;
    const refused = notSentThere(ctx, checked.campaign, to);
    if (refused !== null) return refused;
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
    return answer(TestMailsQueued, { queued: answers.length - stopped.length, stopped });
  }
}

function refusal(refused: 'not-found' | 'archived' | ForeignSender | 'limit'): Problem {
  switch (refused) {
    case 'not-found':
      return new NotFound('campaign', 'campaignId');
    case 'archived':
      return new Conflict('ARCHIVED', 'This is archived: nothing is sent through it any more.');
    case 'foreign-domain':
    case 'foreign-sender':
      return FOREIGN_SENDERS[refused]('campaignId');
    case 'limit':
      return new LimitReached(
        'to',
        `An account sends at most ${MOST_TEST_MAILS_IN_AN_HOUR} tests in an hour. Wait, or use previewCampaign.`,
      );
  }
}
