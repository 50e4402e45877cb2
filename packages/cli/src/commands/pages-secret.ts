import { makePagesSecret } from '../pages-secret-file.ts';

/** Makes the file where there is none; one that is there is never touched. */
export async function runPagesSecret(file: string): Promise<void> {
  console.log((await makePagesSecret(file)) ? `made ${file}` : `${file} is there already`);
}
