import { readdirSync, readFileSync } from 'node:fs';
import { type MailRead, readWholeMail } from '@adieu/intake';
import { corpus, judged, type Judged, readJson } from './judged.ts';

type Value = string | number | null | readonly string[];

/** Every field of two complaints, as another reader gives them. */
export async function judgeExact(): Promise<Judged[]> {
  const rows: Judged[] = [];
  const mails = readdirSync(corpus('arf-exact')).filter((name) => name.endsWith('.eml'));
  for (const mail of mails) {
    const name = mail.replace('.eml', '.json');
    const { report } = await readWholeMail(readFileSync(corpus(`arf-exact/${mail}`)));
    const expected = readJson('arf-exact', name) as Record<string, Value>;
    for (const [field, value] of Object.entries(expected))
      rows.push(judged('every field', `${mail} ${field}`, squeezed(value), valueOf(report, field)));
  }
  return rows;
}

/** Values of folded fields keep their line breaks there; blanks mean nothing. */
function squeezed(value: Value): Value {
  return Array.isArray(value) ? value.map((each: string) => each.replaceAll(/\s+/g, ' ')) : value;
}

function valueOf(report: MailRead['report'], field: string): Value {
  if (report?.kind !== 'COMPLAINT') return 'no complaint';
  if (field === 'feedback_type') return NAMES[report.type] ?? report.type;
  const named = report.fields
    .filter(([name]) => name === (OTHER_NAMES[field] ?? field.replaceAll('_', '-')))
    .map(([, value]) => value);
  const [first = null] = named;
  if (LISTS.has(field)) return named;
  if (field === 'arrival_date') return first === null ? null : Date.parse(first) / 1_000;
  if (field in NUMBERS) return first === null ? NUMBERS[field]! : Number(first);
  if (ENUMS.has(field)) return first === null ? 'Unspecified' : (NAMES[first] ?? first);
  return first;
}

const LISTS = new Set(['authentication_results', 'reported_domain', 'reported_uri']);
const ENUMS = new Set(['auth_failure', 'delivery_result', 'identity_alignment']);
/** With what stands for a field that is absent. */
const NUMBERS: Readonly<Record<string, number>> = { incidents: 1, version: 0, source_port: 0 };
/** RFC 5965 calls it Arrival-Date, before that it was Received-Date. */
const OTHER_NAMES: Readonly<Record<string, string>> = { arrival_date: 'received-date' };
const NAMES: Readonly<Record<string, string>> = {
  abuse: 'Abuse',
  'auth-failure': 'AuthFailure',
  bodyhash: 'BodyHash',
};
