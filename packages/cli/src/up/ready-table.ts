import { dirname } from 'node:path';
import type { Endpoints } from './endpoints.ts';

/**
 * What to open first, as a short table. `graphiql` and the others are read from endpoints.json by programs. Commands name
 * the data folder where it is not the default one: they would look there.
 */
export function readyTable(endpoints: Endpoints, file: string, isDefault = true): string {
  const { demo } = endpoints;
  const rows: [string, string | null][] = [
    ['Set up', endpoints.setup ?? null],
    ['GraphiQL', endpoints.graphiql],
    ['GraphQL', endpoints.graphql],
    ['Mailbox', endpoints.mailbox],
    ['Handset (SMS)', endpoints.handset],
    ['Preference center', endpoints.preferenceCenter],
    ['Temporal', endpoints.temporalUi],
    ['Mail in (SMTP)', endpoints.smtpIn],
    ['Admin key', demo?.adminApiKey ?? null],
    ['Campaigner key', demo?.campaignerApiKey ?? null],
    ['All of it, for programs', file],
  ];
  const known = rows.filter((row): row is [string, string] => row[1] !== null);
  const width = Math.max(...known.map(([label]) => label.length));
  const lines = known.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
  return [
    '',
    'Adieu is ready.',
    '',
    ...lines,
    '',
    ...nextSteps(endpoints, isDefault ? '' : ` --data ${dirname(file)}`),
    '',
  ].join('\n');
}

function nextSteps(
  { demo, graphiql, mailbox, handset, setup }: Endpoints,
  where: string,
): string[] {
  if (setup !== undefined)
    return [
      `Next: open the set-up page, or run npm run adieu -- init${where}. Both make what a first campaign needs.`,
      'Ctrl-C stops everything and keeps the data.',
    ];
  if (demo === null) {
    return [
      `npm run adieu -- init${where} says what is here. Ctrl-C stops everything and keeps the data.`,
    ];
  }
  return [
    ...(mailbox === null
      ? []
      : [
          'Next: open the mailbox, then a mail, and take its unsubscribe link; or answer it with STOPP (docs/mail-in.md, “Answers”).',
        ]),
    ...(handset === null
      ? []
      : [
          'On the handset answer an SMS with STOPP, and come back with START and JA (docs/sms.md).',
        ]),
    ...(graphiql === null
      ? []
      : [
          "GraphiQL opens on this machine with the admin key and the operations of the README's first round.",
        ]),
    'Ctrl-C stops everything and keeps the data.',
  ];
}
