import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = readFileSync(join(import.meta.dirname, '../../../../docs/mail-in.md'), 'utf8');

/** The lines of docs/mail-in.md that begin with this comment, with this test's domain and port in place of the reader's. */
export function documented(
  name: string,
  { domain, port }: { domain: string; port: number },
): string {
  const block = new RegExp(`^\`\`\`\\w+\\n# ${name}\\n([\\s\\S]+?)^\`\`\``, 'm').exec(PAGE)?.[1];
  if (block === undefined) throw new Error(`docs/mail-in.md has no lines for ${name}`);
  return block.replaceAll('leave.nordlys.se', domain).replaceAll('2525', String(port));
}
