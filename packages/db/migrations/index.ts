import { Organisation001 } from './001-organisation.ts';
import { OptOut002 } from './002-opt-out.ts';
import { DoubleOptIn003 } from './003-double-opt-in.ts';
import { Guards004 } from './004-guards.ts';
import { Campaign005 } from './005-campaign.ts';
import { SentMarks006 } from './006-sent-marks.ts';
import { Superseded007 } from './007-superseded.ts';
import { ClaimPlan008 } from './008-claim-plan.ts';
import { LedgerOrder009 } from './009-ledger-order.ts';
import { Policies010 } from './010-policies.ts';
import { RegimesAndExceptions011 } from './011-regimes-and-exceptions.ts';
import { Scopes012 } from './012-scopes.ts';
import { OwnList013 } from './013-own-list.ts';
import { Queue016 } from './016-queue.ts';
import { Unsubscribed017 } from './017-unsubscribed.ts';
import { LedgerSeal018 } from './018-ledger-seal.ts';
import { DoubleOptInProof019 } from './019-double-opt-in-proof.ts';
import { ConsentRecord020 } from './020-consent-record.ts';
import { Digest023 } from './023-digest.ts';
import { OpenDoubleOptIns024 } from './024-open-double-opt-ins.ts';
import { Preferences040 } from './040-preferences.ts';
import { Privacy041 } from './041-privacy.ts';

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
  { name: '010-policies', class: Policies010 },
  { name: '011-regimes-and-exceptions', class: RegimesAndExceptions011 },
  { name: '012-scopes', class: Scopes012 },
  { name: '013-own-list', class: OwnList013 },
  { name: '016-queue', class: Queue016 },
  { name: '017-unsubscribed', class: Unsubscribed017 },
  { name: '018-ledger-seal', class: LedgerSeal018 },
  { name: '019-double-opt-in-proof', class: DoubleOptInProof019 },
  { name: '020-consent-record', class: ConsentRecord020 },
  { name: '023-digest', class: Digest023 },
  { name: '024-open-double-opt-ins', class: OpenDoubleOptIns024 },
  { name: '040-preferences', class: Preferences040 },
  { name: '041-privacy', class: Privacy041 },
];
