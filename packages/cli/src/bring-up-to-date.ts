import { EngineRoleUnfit, migrate, TenantRoleUnfit, UnknownLayout } from '@adieu/db';
import { Failure } from './failure.ts';
import type { DataFolder } from './up/data-folder.ts';

const PERMISSION_DENIED = '42501';

/** The URLs of one database: of the role that owns its tables, and of the role that the processes connect as. */
export interface DatabaseRoles {
  readonly owner: string;
  readonly engine: string;
}

/**
 * Brings the database up to date and gives the names of what ran. `folder` is where it lies, or null where it is a server
 * of somebody else's. Fails with how to begin anew where this version cannot go on from it, or with what its roles lack.
 */
export async function bringUpToDate(
  { owner, engine }: DatabaseRoles,
  folder: DataFolder | null,
): Promise<string[]> {
  const engineRole = decodeURIComponent(new URL(engine).username);
  try {
    return await migrate(owner, engine === owner ? undefined : engineRole);
  } catch (cause) {
    if (cause instanceof EngineRoleUnfit) {
      throw new Failure(
        `DATABASE_URL: ${cause.message}. docs/operations.md says how to make both roles`,
        { cause },
      );
    }
    if (cause instanceof TenantRoleUnfit) throw new Failure(cause.message, { cause });
    if ((cause as { code?: string }).code === PERMISSION_DENIED) {
      throw new Failure(
        `the database cannot be brought up to date by a role that does not own it: ${(cause as Error).message}. ` +
          `Name its owner in DATABASE_OWNER_URL`,
        { cause },
      );
    }
    if (!(cause instanceof UnknownLayout)) throw cause;
    const how =
      folder === null
        ? 'Name another database in DATABASE_URL'
        : `It lies in ${folder.root}: move that folder away, or name another (npm start -- --data DIR)`;
    throw new Failure(`${cause.message}. ${how}`, { cause });
  }
}
