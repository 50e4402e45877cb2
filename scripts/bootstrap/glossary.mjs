import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './folders.mjs';
import { verdict } from './verdict.mjs';

const GLOSSARY = join('docs', 'glossary.md');

/** Fails where the glossary names a table, function or GraphQL type that is not there. */
export async function checkGlossary() {
  const read = (...path) => readFile(join(ROOT, ...path), 'utf8');
  const [glossary, sql, graphql] = await Promise.all([
    read(GLOSSARY),
    read('packages', 'db', 'schema.sql'),
    read('packages', 'api', 'schema.graphql'),
  ]);
  return verdict(judgeGlossary(glossary, sql, graphql));
}

/** What of a glossary's last two columns is in neither schema. */
export function judgeGlossary(glossary, sql, graphql) {
  const tables = namesIn(sql, /^(?:CREATE TABLE|-- FUNCTION) (\w+)/gm);
  const types = namesIn(graphql, /^(?:type|enum|input|union|interface|scalar) (\w+)/gm);
  return glossary.split('\n').flatMap((line) => {
    const [, word, , table, type] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (type === undefined) return [];
    const missing = (kind, cell, known) =>
      quoted(cell).flatMap((name) =>
        known.has(name) ? [] : [`${GLOSSARY}: there is no ${kind} ${name} for “${word}”.`],
      );
    return [...missing('table or function', table, tables), ...missing('type', type, types)];
  });
}

const namesIn = (text, pattern) => new Set([...text.matchAll(pattern)].map(([, name]) => name));
const quoted = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
