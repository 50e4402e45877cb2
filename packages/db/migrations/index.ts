import { Organisation001 } from './001-organisation.ts';
import { OptOut002 } from './002-opt-out.ts';
import { DoubleOptIn003 } from './003-double-opt-in.ts';
import { Guards004 } from './004-guards.ts';
import { Campaign005 } from './005-campaign.ts';
import { SentMarks006 } from './006-sent-marks.ts';
import { Superseded007 } from './007-superseded.ts';
import { ClaimPlan008 } from './008-claim-plan.ts';
import { LedgerOrder009 } from './009-ledger-order.ts';
import { CampaignContent030 } from './030-campaign-content.ts';

/** In order. A migration that has landed is never edited: add the next one. */
export const MIGRATIONS = [
  { name: '001-organisation', class: Organisation001 },
  { name: '002-opt-out', class: OptOut002 },
  { name: '003-double-opt-in', class: DoubleOptIn003 },
  { name: '004-guards', class: Guards004 },
  { name: '005-campaign', class: Campaign005 },
  { name: '006-sent-marks', class: SentMarks006 },
  { name: '007-superseded', class: Superseded007 },
  { name: '008-claim-plan', class: ClaimPlan008 },
  { name: '009-ledger-order', class: LedgerOrder009 },
  { name: '030-campaign-content', class: CampaignContent030 },
];
