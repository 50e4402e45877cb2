import type { AudienceRow } from '@adieu/db';

/**
 * A contact as a line of NDJSON. Its fields are a JSON text already. Made here and not by PostgreSQL, which finds the next
 * contacts meanwhile.
 */
export function jsonLine([address, channel, language, fields]: AudienceRow): string {
  const spoken = language === null ? 'null' : JSON.stringify(language);
  return `{"address":${JSON.stringify(address)},"channel":"${channel}","language":${spoken},"fields":${fields}}\n`;
}
