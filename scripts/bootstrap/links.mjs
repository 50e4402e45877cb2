import { access, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { ROOT } from './folders.mjs';
import { verdict } from './verdict.mjs';

const FOLDERS = ['.', 'docs', 'docs/decisions'];
/** `[text](target)`, and what HTML in Markdown points to. */
const TARGET = /\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g;
const ELSEWHERE = /^[a-z][a-z+.-]*:/;

/** Fails where a document links to a file, or a heading of a document, that is not there. */
export async function checkLinks() {
  const problems = [];
  for (const folder of FOLDERS) {
    const names = (await readdir(join(ROOT, folder))).filter((name) => name.endsWith('.md'));
    for (const name of names)
      problems.push(...(await judgeLinks(posix.join(folder, name), readIn(ROOT))));
  }
  return verdict(problems);
}

/** What of a document's relative links leads nowhere. `read` gives a file's text by its path, and null where there is none. */
export async function judgeLinks(path, read) {
  const problems = [];
  for (const target of targetsOf((await read(path)) ?? '')) {
    const [file, heading] = target.split('#');
    const to = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
    const text = await read(to);
    if (text === null) problems.push(`${path}: there is no ${to}.`);
    else if (heading && to.endsWith('.md') && !headingsOf(text).has(heading))
      problems.push(`${path}: ${to} has no heading #${heading}.`);
  }
  return problems;
}

const readIn = (root) => async (path) => {
  const full = join(root, path);
  if (path.endsWith('.md')) return readFile(full, 'utf8').catch(() => null);
  return access(full).then(
    () => '',
    () => null,
  );
};

/** Relative targets of what is prose: code only quotes links. */
function targetsOf(markdown) {
  const prose = markdown.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(TARGET)]
    .map(([, inText, inHtml]) => inText ?? inHtml)
    .filter((target) => !ELSEWHERE.test(target));
}

/** Headings as a link names them: `## Two commands` is `two-commands`. */
function headingsOf(markdown) {
  const headings = markdown.matchAll(/^#{1,6} (.*)$/gm);
  const anchor = (text) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}_ -]/gu, '');
  return new Set(Array.from(headings, ([, text]) => anchor(text).replaceAll(' ', '-')));
}
