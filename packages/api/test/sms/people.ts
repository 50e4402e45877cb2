import {
  armDoubleOptIn,
  askSystemSms,
  claimSystemSms,
  finishSystemSms,
  mayContact,
} from '@adieu/db';
import { addressKey, hashSecretToken } from '@adieu/keys';
import { type Seed, sentSms } from '@adieu/testkit';
import type { House } from '../house.ts';
import { brings, says } from './test-gateway.ts';

/** Whether a number may be written to through a book, and if not, why. */
export async function gateOf(
  { test, now }: House,
  org: Seed,
  { number, addressBookId }: { readonly number: string; readonly addressBookId: string },
): Promise<string> {
  const judged = await mayContact(test.db.sql, {
    organisationId: org.organisationId,
    channel: 'SMS',
    addressKey: addressKey(org.ring, 'SMS', number),
    addressBookId,
    topicId: null,
    accountId: null,
    purpose: null,
    now,
  });
  if ('refused' in judged) throw new Error(judged.refused);
  return judged.answer.allowed ? 'ALLOWED' : judged.answer.because;
}

/** One number and one sender, in turns: what is sent to it, what it writes, and the prompts that the worker would have sent. */
export class Talk {
  readonly #house: House;
  readonly #org: Seed;
  readonly #number: string;
  #underWay = '';
  /** Whether the gateway has a prompt a while before that is on record: until `isAsked`. */
  isSlow = false;
  /** Whether its gateway gives ids. */
  hasIds = true;

  constructor(house: House, org: Seed, number: string) {
    this.#house = house;
    this.#org = org;
    this.#number = number;
  }

  async gets(senderId: string, addressBookId: string): Promise<void> {
    const { test, now: at } = this.#house;
    await sentSms(test.db, this.#org, { senderId, addressBookId, to: this.#number, at });
    this.passes(60);
  }

  /** Writes, and gives what the SMS became. */
  async writes(to: string, text: string, at: Date | null = null): Promise<string | null> {
    const [house, from] = [this.#house, this.#number];
    this.passes(60);
    await says(house.url, { from, to, text, at, ...(!this.hasIds && { gatewayId: null }) });
    const [row] = await house.test.db.sql.rows<{ asked: string; outcome: string | null }>(
      'SELECT double_opt_in_id AS "asked", outcome FROM inbound_message WHERE from_address = $1 ORDER BY id DESC LIMIT 1',
      [from],
    );
    if (row?.outcome === 'DOUBLE_OPT_IN') await this.#prompt(row.asked, to);
    return row?.outcome ?? null;
  }

  passes(seconds: number): void {
    this.#house.now = new Date(this.#house.now.getTime() + seconds * 1000);
  }

  gate(addressBookId: string): Promise<string> {
    return gateOf(this.#house, this.#org, { number: this.#number, addressBookId });
  }

  /** It is on record that the gateway has taken the prompt. */
  async isAsked(): Promise<void> {
    const { test, now } = this.#house;
    const went = { state: 'SENT', outcome: 'sent', text: 'To agree, reply YES' } as const;
    await finishSystemSms(test.db.sql, this.#underWay, went, now);
  }

  /** Its gateway tells that the prompt did not arrive. */
  async promptFails(): Promise<void> {
    const status = { state: 'FAILED', code: '30003', optedOut: false, at: null };
    const told = { kind: 'status', gatewayId: 'prompt', ourId: this.#underWay, ...status };
    await brings(this.#house.url, told);
  }

  /** As the worker does. */
  async #prompt(id: string, answeredTo: string): Promise<void> {
    const { test, now } = this.#house;
    const { sql } = test.db;
    const tokenHash = hashSecretToken(id);
    await armDoubleOptIn(sql, { id, tokenHash, messageId: `sms:${id}`, answeredTo, now });
    const { organisationId, accountId, ring } = this.#org;
    const systemSmsId = await askSystemSms(sql, {
      organisationId,
      accountId,
      kind: 'PROMPT',
      about: id,
      addressKey: addressKey(ring, 'SMS', this.#number),
      sender: answeredTo,
      now,
    });
    await claimSystemSms(sql, systemSmsId, now);
    this.#underWay = systemSmsId;
    if (!this.isSlow) await this.isAsked();
  }
}
