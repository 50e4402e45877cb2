import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  createPrinter,
  Failure,
  inRepository,
  onStopRequest,
  readEnvironment,
  VARIABLES,
} from '@adieu/cli';
import { gatherCrowd } from './crowd.ts';
import { withOwnInstallation } from './installation.ts';
import { judge } from './judge.ts';
import { drawPage } from './picture/draw-page.ts';
import { drawPopulation } from './population.ts';
import { summaryOf } from './print-summary.ts';
import { readSetting } from './read-setting.ts';
import { simulate } from './simulate.ts';
import { drawSmsPeople } from './sms/people.ts';
import { openPhones } from './sms/phones.ts';

export interface SimulateOptions {
  readonly out: string;
  readonly json?: string;
  readonly seed?: number;
  readonly verbose?: boolean;
}

const STOPPED = 130;

/** `adieu simulate`: gives the exit code: 0 where every promise was kept, 1 where one was broken, 130 where it was stopped. */
export async function runSimulation(file: string, options: SimulateOptions): Promise<number> {
  const { out, json, seed, verbose = false } = options;
  const read = await readSetting(file);
  const setting = seed === undefined ? read : { ...read, seed };
  const printer = createPrinter(process.stdout);
  let kill = (): void => {};
  const stop = onStopRequest(printer, () => kill());
  const crowd = await gatherCrowd(drawPopulation(setting));
  const phones = setting.sms === undefined ? null : await openPhones(drawSmsPeople(setting));
  try {
    console.log(
      `starting an Adieu of its own for ${crowd.people.length.toLocaleString('en')} people; Ctrl-C stops all of it`,
    );
    const facts = await withOwnInstallation(
      {
        temporalCli: leaveOwnInstallationAlone(),
        smtpUrl: crowd.smtpUrl,
        smsGateway: phones && { url: phones.gateway.url, secret: phones.gateway.secret },
        printer,
        verbose,
        stop,
        onKillable: (way) => {
          kill = way;
        },
      },
      ({ endpoints }) =>
        simulate({ endpoints, output: process.stdout, stop }, setting, crowd, phones),
    );
    if (facts === null) return STOPPED;
    const expectations = judge(facts);
    await write(out, drawPage(facts, expectations));
    if (json !== undefined) await write(json, `${JSON.stringify({ facts, expectations })}\n`);
    console.log(`\n${summaryOf(facts, expectations, process.stdout)}\ndrawn in ${resolve(out)}`);
    return expectations.every(({ kept }) => kept) ? 0 : 1;
  } catch (error) {
    // Whatever broke when everything was being stopped is the stop's doing.
    if (stop.aborted) return STOPPED;
    throw error;
  } finally {
    await Promise.all([crowd.close(), phones?.gateway.close()]);
  }
}

/**
 * The simulation stands on nothing that the environment names: a database, a mail server or a public address there is
 * somebody's real one. Only the Temporal binary is of use; gives it.
 */
function leaveOwnInstallationAlone(): string | undefined {
  const { TEMPORAL_CLI } = readEnvironment(process.env, inRepository('.env'));
  for (const name of Object.keys(VARIABLES)) delete process.env[name];
  return TEMPORAL_CLI;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new Failure(`${file} cannot be written: ${(cause as Error).message}`, { cause });
  }
}
