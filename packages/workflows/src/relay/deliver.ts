import {
  campaignWorkflowId,
  dataLinkWorkflowId,
  doubleOptInWorkflowId,
  forwardAnswerWorkflowId,
  invitationWorkflowId,
  listImportWorkflowId,
  optOutWorkflowId,
  type OutboxMessage,
  plannedDecisionWorkflowId,
  reviewLinkWorkflowId,
  SIGNALS_TO,
  systemSmsWorkflowId,
  TASK_QUEUE,
  testMailWorkflowId,
  webhookDeliveryWorkflowId,
  webhookEndpointWorkflowId,
  WORKFLOWS,
} from '@adieu/domain';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';

/** Delivers one outbox message to Temporal. Repeating is harmless: ids are fixed, and one that was started is done. */
export function createDeliver(client: Client) {
  const start = async (type: string, workflowId: string, input: unknown): Promise<void> => {
    await client.workflow
      .start(type, { taskQueue: TASK_QUEUE, workflowId, args: [input], ...ONE_RUNNING })
      .catch(ignore(WorkflowExecutionAlreadyStartedError));
  };
  // One call that the server does whole: there is no instant in which it is started and knows nothing of the signal.
  const startOrSignal = async (
    type: string,
    workflowId: string,
    input: unknown,
    [signal, ...signalArgs]: readonly [string, ...unknown[]],
  ): Promise<void> => {
    const started = { taskQueue: TASK_QUEUE, workflowId, args: [input], ...ONE_RUNNING };
    await client.workflow.signalWithStart(type, { ...started, signal, signalArgs });
  };

  return async (message: OutboxMessage): Promise<void> => {
    switch (message.kind) {
      case 'opt-out.opened':
        return start(WORKFLOWS.optOutRequest, optOutWorkflowId(message.requestId), {
          requestId: message.requestId,
          deadline: message.deadline,
        });
      case 'opt-out.closed':
        // Started closed if it never was: then it only tells the recipient and settles.
        return startOrSignal(
          WORKFLOWS.optOutRequest,
          optOutWorkflowId(message.requestId),
          { requestId: message.requestId, deadline: null },
          [SIGNALS_TO.requestClosed],
        );
      case 'opt-out.deadline-moved':
        return startOrSignal(
          WORKFLOWS.optOutRequest,
          optOutWorkflowId(message.requestId),
          { requestId: message.requestId, deadline: message.deadline },
          [SIGNALS_TO.deadlineMoved, message.deadline],
        );
      case 'double-opt-in.started':
        return start(WORKFLOWS.doubleOptIn, doubleOptInWorkflowId(message.id), {
          id: message.id,
          expiresAt: message.expiresAt,
        });
      case 'data-link.asked':
        return start(WORKFLOWS.dataLink, dataLinkWorkflowId(message.id), {
          id: message.id,
          expiresAt: message.expiresAt,
        });
      case 'review-link.asked':
        return start(WORKFLOWS.reviewLink, reviewLinkWorkflowId(message.id), { id: message.id });
      case 'invitation.made':
        return start(WORKFLOWS.invitation, invitationWorkflowId(message.id), { id: message.id });
      case 'test-mail.asked':
        return start(WORKFLOWS.testMail, testMailWorkflowId(message.id), { id: message.id });
      case 'system-sms.asked':
        return start(WORKFLOWS.systemSms, systemSmsWorkflowId(message.id), { id: message.id });
      case 'answer.forwarded':
        return start(WORKFLOWS.forwardAnswer, forwardAnswerWorkflowId(message.id), {
          id: message.id,
        });
      case 'decision.planned':
        return start(WORKFLOWS.plannedDecision, plannedDecisionWorkflowId(message.id), {
          id: message.id,
          dueAt: message.dueAt,
        });
      case 'webhook-endpoint.changed':
        return startOrSignal(
          WORKFLOWS.webhookEndpoint,
          webhookEndpointWorkflowId(message.id),
          { id: message.id },
          [SIGNALS_TO.endpointWoken],
        );
      case 'webhook-delivery.asked':
        return start(
          WORKFLOWS.webhookDelivery,
          webhookDeliveryWorkflowId(message.id, message.askedAt),
          { id: message.id },
        );
      case 'campaign.released':
        return start(WORKFLOWS.sendCampaign, campaignWorkflowId(message.campaignId), {
          campaignId: message.campaignId,
        });
      case 'list-import.changed':
        return startOrSignal(
          WORKFLOWS.listImport,
          listImportWorkflowId(message.id),
          { id: message.id },
          [SIGNALS_TO.listImportChanged],
        );
      case 'campaign.changed':
        // A sender that is about to end would miss a mere start: the signal makes it look again, or starts the next.
        return startOrSignal(
          WORKFLOWS.sendCampaign,
          campaignWorkflowId(message.campaignId),
          { campaignId: message.campaignId },
          [SIGNALS_TO.campaignChanged],
        );
    }
  };
}

// A finished workflow may be started again: the reconciler does so where its last step was not recorded. Every effect is
// marked in the record, so a second run finds nothing to do.
const ONE_RUNNING = {
  workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  workflowIdConflictPolicy: 'USE_EXISTING',
} as const;

function ignore(kind: new (...args: never[]) => Error) {
  return (error: unknown): void => {
    if (!(error instanceof kind)) throw error;
  };
}
