import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WEBHOOK_EVENT_TYPES, WEBHOOK_EVENTS, WEBHOOK_TEST_TYPE } from '../webhooks/event-types.ts';
import { webhookSchema } from '../webhooks/webhook-schema.ts';

const DOCS = join(import.meta.dirname, '../../../../docs');
const ALL = [...WEBHOOK_EVENT_TYPES, WEBHOOK_TEST_TYPE] as const;
const fileOf = (type: string): string => join(DOCS, 'webhook-events', `${type}.schema.json`);

it('each type of webhook has its JSON Schema in docs/webhook-events, and no other is there (K-7); vitest -u writes them', async () => {
  for (const type of ALL) {
    const text = `${JSON.stringify(webhookSchema(type), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(fileOf(type));
  }
  expect(readdirSync(join(DOCS, 'webhook-events')).toSorted()).toEqual(
    ALL.map((type) => `${type}.schema.json`).toSorted(),
  );
});

it('docs/webhooks.md tells when each type is told', () => {
  const rows = readFileSync(join(DOCS, 'webhooks.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, type, when] = /^\| `([a-z_.]+)` +\| (.+?) +\|$/.exec(line) ?? [];
      return type === undefined ? [] : [[type, when]];
    });
  const { [WEBHOOK_TEST_TYPE]: test, ...events } = Object.fromEntries(rows) as Record<
    string,
    string
  >;
  expect(events).toEqual(WEBHOOK_EVENTS);
  expect(test).toBeTruthy();
});
