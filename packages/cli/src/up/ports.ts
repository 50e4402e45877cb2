import { Failure } from '../failure.ts';

/** Every port that `up` hands out, with the one it would like. */
const PREFERRED_PORTS = {
  api: 4000,
  preferenceCenter: 4100,
  mailbox: 1080,
  smtp: 1025,
  handset: 1081,
  mailIn: 2525,
  postgres: 5433,
  temporal: 7233,
  temporalUi: 8233,
} as const;

export type PortName = keyof typeof PREFERRED_PORTS;
export type Ports = Readonly<Record<PortName, number>>;

const TRIES = 200;

/** How a port came to be chosen. */
export interface PortChoice {
  /** Asked for by name: nothing else will do. */
  readonly demanded?: GivenPorts;
  /** What this data folder had before: links in mails that were sent hold it. */
  readonly before?: Partial<Ports>;
  /** Whether all was ready then: where it was not, no link was sent. */
  readonly hasStarted?: boolean;
  /** True where the port is free and now ours. */
  readonly claim: (port: number) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** One port for each name: as demanded, as before, as preferred, or the next free one. */
export async function choosePorts(
  names: readonly PortName[],
  choice: PortChoice,
): Promise<Partial<Ports>> {
  const chosen: Partial<Record<PortName, number>> = {};
  for (const name of names)
    chosen[name] =
      (isGiven(name) && (await claimDemanded(name, choice))) || (await nextFree(name, choice));
  return chosen;
}

function isGiven(name: PortName): name is keyof GivenPorts {
  return Object.hasOwn(PORT_SETTINGS, name);
}

async function claimDemanded(
  name: keyof GivenPorts,
  { demanded, claim }: PortChoice,
): Promise<number | undefined> {
  const port = demanded?.[name];
  if (port === undefined || (await claim(port))) return port;
  throw new Failure(
    `port ${port}, which the environment asks for ${LABELS[name]}, is taken by another program: stop that one, or set ${PORT_SETTINGS[name]} to another port`,
  );
}

async function nextFree(name: PortName, choice: PortChoice): Promise<number> {
  const first = choice.before?.[name] ?? PREFERRED_PORTS[name];
  if (await choice.claim(first)) return first;
  for (let port = PREFERRED_PORTS[name]; port < PREFERRED_PORTS[name] + TRIES; port++) {
    if (port === first || !(await choice.claim(port))) continue;
    choice.say(
      `port ${first} is taken: ${LABELS[name]} gets ${port}${lostLinks(name, first, choice)}`,
    );
    return port;
  }
  throw new Failure(
    `no free port for ${LABELS[name]} among the ${TRIES} from ${PREFERRED_PORTS[name]}`,
  );
}

/** Said where mails that were sent before lead to the port that is lost. */
function lostLinks(name: PortName, lost: number, { before, hasStarted }: PortChoice): string {
  return name === 'api' && hasStarted && before?.api === lost
    ? `. Links in mails of earlier starts lead to ${lost} still and open nothing here: stop what has that port and start again, or set PUBLIC_URL`
    : '';
}

/** Where the environment asks for a port by name. */
const PORT_SETTINGS = {
  api: 'API_PORT',
  preferenceCenter: 'PREFERENCE_CENTER_PORT',
  mailIn: 'MAIL_IN_PORT',
} as const;
export type GivenPorts = Partial<Pick<Ports, keyof typeof PORT_SETTINGS>>;

const LABELS: Readonly<Record<PortName, string>> = {
  api: 'the API',
  preferenceCenter: 'the preference center',
  mailbox: 'the mailbox',
  smtp: "the mailbox's SMTP",
  handset: 'the handset',
  mailIn: 'mail-in',
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
  temporalUi: "Temporal's UI",
};
