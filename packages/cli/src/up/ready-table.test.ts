import { expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { readyTable } from './ready-table.ts';

const endpoints: Endpoints = {
  graphql: 'http://localhost:4000/graphql',
  graphiql: 'http://localhost:4000/graphiql',
  preferenceCenter: 'https://localhost:4000',
  mailbox: 'http://localhost:1080',
  mailboxApi: 'http://localhost:1080/api/email',
  handset: 'http://localhost:1081',
  temporalUi: null,
  smtpIn: 'localhost:2525',
  publicUrl: 'https://localhost:4000',
  caCertificate: '/data/tls/certificate.pem',
  database: 'postgresql://postgres:secret@127.0.0.1:5433/adieu',
  temporal: 'cluster:7233',
  keysFile: '/data/keys.json',
  pid: 7,
  demo: null,
};

it('the table shows what there is to open, leaves out what is not started here, and shows no password', () => {
  const table = readyTable(endpoints, '/data/endpoints.json');
  expect(table).toMatch(/GraphiQL +http:\/\/localhost:4000\/graphiql/);
  expect(table).toContain('/data/endpoints.json');
  expect(table).not.toMatch(/Temporal|Admin key|secret/);
});

it('what to run next works as it is printed, also for a data folder of one’s own', () => {
  const setUp = { ...endpoints, setup: 'https://localhost:4000/setup/once' };
  for (const each of [endpoints, setUp]) {
    expect(readyTable(each, '/data/endpoints.json', false)).toContain('init --data /data');
    expect(readyTable(each, '/data/endpoints.json')).not.toContain('--data');
  }
});

it('with the demo it says what to try: the mailbox, and the handset where it is started here', () => {
  const demo = {} as NonNullable<Endpoints['demo']>;
  expect(readyTable({ ...endpoints, demo }, '/data/endpoints.json')).toMatch(
    /Next: .*\nOn the handset/,
  );
  const without = { ...endpoints, demo, handset: null };
  expect(readyTable(without, '/data/endpoints.json')).not.toContain('handset');
});
