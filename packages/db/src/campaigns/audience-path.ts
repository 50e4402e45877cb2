import { type AudienceCondition, type AudienceFilter, comparedAs } from '@adieu/domain';

/**
 * The conditions on a contact's fields as PostgreSQL's jsonpath, which it compiles once and asks each contact in about a
 * microsecond; null where there are none. Of what the domain accepts (refuseCondition). Unlike the text of a statement it
 * can do nothing but look at the fields, and names and values are quoted as JSON.
 */
export function audiencePath({ where, anyOf }: AudienceFilter): string | null {
  const all = where.map(predicate);
  if (anyOf.length > 0) all.push(`(${anyOf.map(predicate).join(' || ')})`);
  return all.length === 0 ? null : all.join(' && ');
}

const COMPARED_BY = { GREATER: '>', AT_LEAST: '>=', LESS: '<', AT_MOST: '<=' } as const;

function predicate({ field, is, value }: AudienceCondition): string {
  const own = `$.${JSON.stringify(field)}`;
  // As for the merge fields: an empty value is none.
  const has = `exists(${own} ? (@ like_regex "\\\\S"))`;
  const given = JSON.stringify(value ?? '');
  switch (is) {
    case 'EXISTS':
      return `(${has})`;
    case 'MISSING':
      return `(!${has})`;
    case 'EQUALS':
      return `(${own} == ${given})`;
    case 'NOT_EQUALS':
      return `(!(${own} == ${given}))`;
    case 'CONTAINS':
      return `(${own} like_regex ${given} flag "iq")`;
    default:
      // A value that is no number, or no day, is neither greater nor less.
      return comparedAs(given.slice(1, -1)) === 'NUMBER'
        ? `(exists(${own} ? (@.double() ${COMPARED_BY[is]} ${value})))`
        : `(exists(${own} ? (@ like_regex "^\\\\d{4}-\\\\d{2}-\\\\d{2}" && @ ${COMPARED_BY[is]} ${given})))`;
  }
}
