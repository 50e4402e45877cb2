/** What a check gives: it fails where there is a problem, and says each on a line. */
export function verdict(problems) {
  return { code: problems.length === 0 ? 0 : 1, output: problems.join('\n') };
}
