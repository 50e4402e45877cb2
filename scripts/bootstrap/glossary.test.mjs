import { describe, expect, it } from 'vitest';
import { judgeGlossary } from './glossary.mjs';

const SQL = 'CREATE TABLE suppression (\n);\n-- FUNCTION gate(p uuid)\n';
const GRAPHQL = 'type GateAnswer {\n}\nenum Scope {\n}\n';

describe('the glossary', () => {
  it('may name tables, functions and types that are there, and say that there is none', () => {
    const rows =
      '| gate | May it go. | function `gate` | `GateAnswer` |\n| fence | Locks. | – | – |';
    expect(judgeGlossary(rows, SQL, GRAPHQL)).toEqual([]);
  });

  it('is told of each that is not there', () => {
    const rows = '| scope | What it covers. | columns of `supressions` | `Scopes` |';
    expect(judgeGlossary(rows, SQL, GRAPHQL)).toEqual([
      'docs/glossary.md: there is no table or function supressions for “scope”.',
      'docs/glossary.md: there is no type Scopes for “scope”.',
    ]);
  });
});
