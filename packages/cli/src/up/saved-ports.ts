import { readIfThere, writeWhole } from '../files.ts';
import type { Environment } from '../environment.ts';
import { createPortClaims } from './claim-port.ts';
import type { DataFolder } from './data-folder.ts';
import type { Printer } from './log/printer.ts';
import { portsNeeded } from './outer-parts.ts';
import { choosePorts, type GivenPorts, type Ports } from './ports.ts';

/** Ports for this start, the same as at the last one where they are free. Gives the release of the claims. */
export async function settlePorts(
  folder: DataFolder,
  given: Environment,
  printer: Printer,
): Promise<{ ports: Ports; release: () => Promise<void> }> {
  const claims = createPortClaims();
  const before = await savedPorts(folder);
  try {
    const ports = await choosePorts(portsNeeded(given), {
      demanded: demandedPorts(given),
      before,
      hasStarted: before.hasStarted === true,
      claim: (port) => claims.claim(port),
      say: (text) => printer.say(text, 'warning'),
    });
    await writeWhole(folder.ports, `${JSON.stringify({ ...before, ...ports }, null, 2)}\n`);
    // A part that somebody else runs needs no port, and nobody asks for one.
    return { ports: ports as Ports, release: () => claims.release() };
  } catch (error) {
    await claims.release();
    throw error;
  }
}

interface Saved extends Partial<Ports> {
  /** Whether everything was ready once on these ports: links that hold them may have gone out. */
  readonly hasStarted?: boolean;
}

async function savedPorts(folder: DataFolder): Promise<Saved> {
  return JSON.parse((await readIfThere(folder.ports)) ?? '{}') as Saved;
}

/** From now on links may be out there. */
export async function noteStarted(folder: DataFolder): Promise<void> {
  const saved = { ...(await savedPorts(folder)), hasStarted: true };
  await writeWhole(folder.ports, `${JSON.stringify(saved, null, 2)}\n`);
}

/** Ports that the environment names must be those, as something in front of them may know them. */
function demandedPorts(given: Environment): GivenPorts {
  return {
    ...(given.API_PORT && { api: Number(given.API_PORT) }),
    ...(given.PREFERENCE_CENTER_PORT && { preferenceCenter: Number(given.PREFERENCE_CENTER_PORT) }),
    ...(given.MAIL_IN_PORT && { mailIn: Number(given.MAIL_IN_PORT) }),
  };
}
