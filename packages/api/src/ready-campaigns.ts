import { campaignForSending, type Database, type DatabaseAccess, webVersion } from '@adieu/db';
import { type ReadyCampaign, readyCampaign } from '@adieu/templates';

const MOST_KEPT = 50;

/** Campaigns ready to be filled, the last asked for: many read the same one in the same hour. */
export class ReadyCampaigns {
  readonly #db: Database;
  readonly #kept = new Map<string, Promise<ReadyCampaign | null>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Null where there is no such campaign, or it is of no mails. */
  of(campaignId: string): Promise<ReadyCampaign | null> {
    // What was released never changes.
    const found = this.#kept.get(campaignId) ?? this.#read(campaignId);
    this.#kept.delete(campaignId);
    this.#kept.set(campaignId, found);
    found.catch(() => this.#kept.delete(campaignId));
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return found;
  }

  /**
   * The subject of one message's mail, as its recipient knows it, for whoever may see the message. Null where the mail was no message's alone, or can not be
   * filled any more.
   */
  async subjectOf({ sql }: DatabaseAccess, messageId: string): Promise<string | null> {
    const shown = await webVersion(sql, messageId);
    if (shown === null || shown.carriesOthers) return null;
    const ready = await this.of(shown.campaignId);
    if (ready === null) return null;
    const { language, fields, organisationName, accountName } = shown;
    const links = { unsubscribeUrl: '', webVersionUrl: '' };
    const values = { language, fields, organisation: organisationName, account: accountName };
    try {
      const { subject } = await ready.fillFor({ ...values, ...links });
      return subject;
    } catch {
      // The contact has lost a field since that the text can not do without.
      return null;
    }
  }

  async #read(campaignId: string): Promise<ReadyCampaign | null> {
    const campaign = await campaignForSending(this.#db.sql, campaignId);
    return campaign && readyCampaign(campaign);
  }
}
