import { temporalSecurity } from '@adieu/keys';
import { ensureRoles } from '@adieu/postgres';
import { bringUpToDate, type DatabaseRoles } from '../bring-up-to-date.ts';
import type { Environment } from '../environment.ts';
import { type DataFolder, makePrivateFolder } from './data-folder.ts';
import { ensureHandsetFiles } from './handset-files.ts';
import { handsetService, handsetUrl } from './handset-service.ts';
import type { Printer } from './log/printer.ts';
import { mailboxApi, mailboxService } from './mailbox-service.ts';
import type { PortName, Ports } from './ports.ts';
import { checkOwnDatabase, DATABASE, openCluster, postgresService } from './postgres-service.ts';
import type { Supervisor } from './supervisor.ts';
import { checkOwnTemporal, temporalService } from './temporal-service.ts';

/** What Adieu stands on, whether it is started here or named in the environment. */
export interface OuterParts {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalUi: string | null;
  readonly smtpUrl: string;
  readonly mailbox: string | null;
  readonly mailboxApi: string | null;
  readonly smsGatewaysFile: string;
  readonly handset: string | null;
}

interface Setting {
  readonly given: Environment;
  readonly folder: DataFolder;
  readonly ports: Ports;
  readonly supervisor: Supervisor;
  readonly printer: Printer;
}

/** The ports that this environment needs: none for a part that somebody else runs. */
export function portsNeeded(given: Environment): PortName[] {
  return [
    'api',
    'preferenceCenter',
    'mailIn',
    ...(given.DATABASE_URL ? [] : (['postgres'] as const)),
    ...(given.TEMPORAL_ADDRESS ? [] : (['temporal', 'temporalUi'] as const)),
    ...(given.SMTP_URL ? [] : (['mailbox', 'smtp'] as const)),
    ...(given.SMS_GATEWAYS_FILE ? [] : (['handset'] as const)),
  ];
}

/** Starts what the environment does not name, side by side, and brings the database up to date. */
export async function startOuterParts(setting: Setting): Promise<OuterParts> {
  const parts = [
    startDatabase(setting),
    startTemporal(setting),
    startMailbox(setting),
    startHandset(setting),
  ] as const;
  // Where one fails all may start again: none of the others may be half way in the same data folder then.
  await Promise.allSettled(parts);
  const [url, temporal, mail, sms] = await Promise.all(parts);
  return { databaseUrl: url, ...temporal, ...mail, ...sms };
}

async function startDatabase({
  given,
  folder,
  ports,
  supervisor,
  printer,
}: Setting): Promise<string> {
  const own = given.DATABASE_URL;
  let roles: DatabaseRoles;
  if (own === undefined) {
    const cluster = await openCluster(folder);
    await supervisor.start(postgresService(cluster, ports.postgres));
    roles = await ensureRoles(cluster, ports.postgres, DATABASE);
  } else {
    for (const warning of await checkOwnDatabase(own)) printer.say(warning, 'warning');
    roles = { owner: given.DATABASE_OWNER_URL ?? own, engine: own };
  }
  const ran = await bringUpToDate(roles, own === undefined ? folder : null);
  printer.say(
    ran.length === 0
      ? 'the database is up to date'
      : `the database was brought up to date: ${ran.join(', ')}`,
  );
  return roles.engine;
}

async function startTemporal({
  given,
  folder,
  ports,
  supervisor,
}: Setting): Promise<Pick<OuterParts, 'temporalAddress' | 'temporalUi'>> {
  const namespace = given.TEMPORAL_NAMESPACE ?? 'default';
  if (given.TEMPORAL_ADDRESS !== undefined) {
    await checkOwnTemporal(
      { address: given.TEMPORAL_ADDRESS, ...temporalSecurity(given) },
      namespace,
    );
    return { temporalAddress: given.TEMPORAL_ADDRESS, temporalUi: null };
  }
  const { temporal: port, temporalUi: uiPort } = ports;
  await supervisor.start(
    await temporalService(folder, {
      binary: given.TEMPORAL_CLI ?? 'temporal',
      namespace,
      port,
      uiPort,
    }),
  );
  return { temporalAddress: `127.0.0.1:${port}`, temporalUi: `http://localhost:${uiPort}` };
}

async function startMailbox({
  given,
  folder,
  ports,
  supervisor,
}: Setting): Promise<Pick<OuterParts, 'smtpUrl' | 'mailbox' | 'mailboxApi'>> {
  if (given.SMTP_URL !== undefined)
    return { smtpUrl: given.SMTP_URL, mailbox: null, mailboxApi: null };
  await makePrivateFolder(folder.mail);
  await supervisor.start(mailboxService(folder, { smtp: ports.smtp, web: ports.mailbox }));
  return {
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    mailbox: `http://localhost:${ports.mailbox}`,
    mailboxApi: mailboxApi(ports.mailbox),
  };
}

async function startHandset({
  given,
  folder,
  ports,
  supervisor,
}: Setting): Promise<Pick<OuterParts, 'smsGatewaysFile' | 'handset'>> {
  if (given.SMS_GATEWAYS_FILE !== undefined)
    return { smsGatewaysFile: given.SMS_GATEWAYS_FILE, handset: null };
  const url = handsetUrl(ports.handset);
  const files = await ensureHandsetFiles(folder, url);
  await supervisor.start(handsetService(files, { web: ports.handset, api: ports.api }));
  return { smsGatewaysFile: files.gateways, handset: url };
}
