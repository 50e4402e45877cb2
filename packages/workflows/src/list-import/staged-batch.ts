import type { StagedBatch, StagedPerson, StagedRemark, StagedRow } from '@adieu/db';
import type { AcceptedContact, AcceptedOptOut, JudgedRow } from '@adieu/intake';
import { addressKey, type KeyRing } from '@adieu/keys';

/** Of contacts: rows that fall into one bucket. */
const ROWS_A_BUCKET = 1_000;

/** Rows of a list as they are staged together. */
export class Batch implements StagedBatch {
  readonly from: number;
  readonly rows: StagedRow[] = [];
  readonly remarks: StagedRemark[] = [];
  readonly read = { rows: 0, accepted: 0, rejected: 0, blank: 0 };
  readonly #of: { readonly kind: 'OPT_OUTS' | 'CONTACTS'; readonly ring: KeyRing };

  constructor(
    from: number,
    of: { readonly kind: 'OPT_OUTS' | 'CONTACTS'; readonly ring: KeyRing },
  ) {
    this.from = from;
    this.#of = of;
  }

  /** `place`: where the row stands, as people find it. */
  add(n: number, judged: JudgedRow, place: string): void {
    this.read.rows += 1;
    if ('blank' in judged) this.read.blank += 1;
    else if ('remedy' in judged) {
      this.read.rejected += 1;
      const { field, value, message, remedy, cell } = judged;
      const where = { n, position: 0, place: cell ?? place };
      this.remarks.push({ ...where, rejected: true, field, value, reason: message, remedy });
    } else {
      this.read.accepted += 1;
      for (const [i, { field, message }] of (judged.notes ?? []).entries())
        this.remarks.push({
          n,
          position: i + 2,
          place,
          rejected: false,
          field,
          value: null,
          reason: message,
          remedy: null,
        });
      if (this.#of.kind === 'OPT_OUTS') this.#addOptOut(n, judged);
      else this.#addPerson(n, judged, place);
    }
  }

  #addOptOut(n: number, judged: AcceptedOptOut | AcceptedContact): void {
    const person = 'optsOut' in judged ? saidOf(judged) : null;
    for (const [position, { channel, address }] of judged.addresses.entries()) {
      const key = addressKey(this.#of.ring, channel, address);
      const bucket = key.readUInt16BE(0);
      this.rows.push({ n, position, bucket, channel, addressKey: key, address, person });
    }
  }

  /** In the order of the list; which addresses a row says, and whether they left, tells two of the same apart from others. */
  #addPerson(n: number, judged: AcceptedOptOut | AcceptedContact, place: string): void {
    const { line, addresses } = judged;
    const first = addresses[0]!;
    const person: StagedPerson =
      'optsOut' in judged
        ? { line, place, optsOut: true, addresses }
        : {
            line,
            place,
            addresses,
            language: judged.language,
            fields: judged.fields,
            tags: judged.tags,
          };
    this.rows.push({
      n,
      position: 0,
      bucket: Math.floor(n / ROWS_A_BUCKET),
      channel: first.channel,
      addressKey: addressKey(this.#of.ring, first.channel, first.address),
      address: [String('optsOut' in judged), ...addresses.map(({ address }) => address)].join(' '),
      person: JSON.stringify(person),
    });
  }
}

/** What a list says beside an address that left, for its history; null where it says nothing. */
function saidOf({ since, reason, note }: AcceptedOptOut): string | null {
  const words = [reason, note].filter((each) => each !== null).join('; ');
  if (words === '' && since === null) return null;
  return JSON.stringify({
    ...(words !== '' && { words }),
    ...(since !== null && { since: since.toISOString() }),
  });
}
