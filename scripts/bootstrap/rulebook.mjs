/** Codes of rules: `B6`, `W-10`. No letter, digit or sign of a URL, colour or path stands beside one. */
const CODE = /(?<![\w#%&/.+-])(?:[A-FNP][1-9]\d?|(?:[HOPMWDGQKXI]|SM)-[1-9]\d?)(?![\w%/-])/g;
const RULE = /^- \*\*([^*]+)\*\* /;
const PROVED = '  Tests: ';

/**
 * The rulebook with the tests that name each rule below it, and a sentence for each code that is cited but not in it.
 * `citing` holds [file name, text] of whatever may cite.
 */
export function proveRules(rulebook, citing) {
  const lines = rulebook.split('\n').filter((line) => !line.startsWith(PROVED));
  const known = new Set(lines.flatMap((line) => RULE.exec(line)?.[1] ?? []));
  const proved = new Map();
  const unknown = [];
  for (const [file, text] of citing) {
    for (const code of new Set(text.match(CODE))) {
      if (!known.has(code)) unknown.push(`${file} cites ${code}, which is not in docs/rules.md.`);
      else if (isTest(file)) proved.set(code, [...(proved.get(code) ?? []), file]);
    }
  }
  const text = lines.flatMap((line) => [line, ...testsOf(proved.get(RULE.exec(line)?.[1]))]);
  return { text: text.join('\n'), unknown };
}

function testsOf(files = []) {
  return files.length === 0 ? [] : [PROVED + files.map((file) => `\`${file}\``).join(', ')];
}

const isTest = (file) => /\.test\.\w+$/.test(file);
