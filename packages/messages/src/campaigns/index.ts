import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type CampaignMessages } from './en.ts';
import { sv } from './sv.ts';

export const CAMPAIGN_MESSAGES: Readonly<Record<Language, CampaignMessages>> = {
  sv,
  cs,
  de,
  da,
  en,
};
