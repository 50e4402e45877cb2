import { expect, it } from 'vitest';
import { campaignWorkflowId, optOutWorkflowId, plannedDecisionWorkflowId } from './temporal.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

// Whoever copies an id out of GraphQL pastes it into Temporal's search as it is.
it.each([
  [optOutWorkflowId(ID), 'opt-out/optout_01h455vb4pex5vsknk084sn02q'],
  [campaignWorkflowId(ID), 'campaign/campaign_01h455vb4pex5vsknk084sn02q'],
  [plannedDecisionWorkflowId(ID), 'planned-decision/plan_01h455vb4pex5vsknk084sn02q'],
])('a workflow is found in Temporal’s UI by the id that GraphQL shows: %s', (id, found) =>
  expect(id).toBe(found),
);
