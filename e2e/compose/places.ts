import { freePort } from '@adieu/testkit/free-port';
import type { ComposeService } from './compose-file.ts';

type PortMap = Readonly<Record<string, string>>;

/** A free port of this machine for each of a container. */
export async function portsOf(inside: readonly string[]): Promise<PortMap> {
  const found: Record<string, string> = {};
  for (const port of inside) found[port] = String(await freePort());
  return found;
}

/** What stands in containers, and what takes its place here. */
export type Places = readonly (readonly [inside: string, here: string])[];

/** Where the names of compose's network and its volumes are on this machine. */
export function placesOf(at: {
  folder: string;
  postgres: string;
  temporal: string;
  ports: PortMap;
}): Places {
  const own = (port: string): string => `127.0.0.1:${at.ports[port]}`;
  return [
    ['postgres:5432', at.postgres],
    ['temporal:7233', at.temporal],
    ['//api:4000', `//${own('4000')}`],
    ['127.0.0.1:4000', own('4000')],
    ['preference-center:4100', own('4100')],
    ['mailbox:1025', own('1025')],
    ['0.0.0.0', '127.0.0.1'],
    ['/keys/', `${at.folder}/keys/`],
    ['/pages/', `${at.folder}/pages/`],
  ];
}

const PORTS = ['API_PORT', 'MAIL_IN_PORT', 'PREFERENCE_CENTER_PORT'];

/** A service as it runs here. */
export function moved(
  name: string,
  service: ComposeService,
  places: Places,
  ports: PortMap,
): ComposeService {
  const move = (text: string): string =>
    places.reduce((moving, [inside, here]) => moving.replaceAll(inside, here), text);
  const environment = Object.entries(service.environment).map(([key, value]) => [
    key,
    PORTS.includes(key) ? ports[value]! : move(value),
  ]);
  // The mailbox listens where its image says; compose maps the ports.
  const own = name === 'mailbox' ? ['--smtp', ports['1025']!, '--web', ports['1080']!] : [];
  return {
    ...service,
    command: [...service.command.map(move), ...own],
    environment: Object.fromEntries(environment) as Record<string, string>,
  };
}
