import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Runs `use` with a tsconfig file by which JSX needs no import of React, whatever the project's own says (nothing, or
 * `preserve`); all else is as the project has it. The compiler takes a file alone, and reads it as it begins.
 */
export async function withJsxConfig<Result>(
  project: { readonly folder: string; readonly tsconfig: string | null },
  use: (tsconfig: string) => Promise<Result>,
): Promise<Result> {
  const { folder, tsconfig } = project;
  const config = {
    ...(tsconfig !== null && { extends: tsconfig }),
    compilerOptions: { jsx: 'react-jsx' },
    // It compiles by these options only what is in here.
    include: [`${tsconfig === null ? folder : dirname(tsconfig)}/**/*`],
  };
  const place = await mkdtemp(join(tmpdir(), 'adieu-jsx-'));
  try {
    const file = join(place, 'tsconfig.json');
    await writeFile(file, JSON.stringify(config));
    return await use(file);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
