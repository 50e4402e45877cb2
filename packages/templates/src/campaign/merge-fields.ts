import { type Template, type Token, TokenKind, Value } from 'liquidjs';

/** A contact's field that a text uses. */
export interface MergeField {
  readonly field: string;
  /** The text has nothing to say where the field is missing: no default, and no `if` around it. */
  readonly required: boolean;
}

const FIELD = /^contact\s*(?:\.\s*([\w-]+)|\[\s*(?:"([^"]+)"|'([^']+)')\s*\])/;
const ASKS_FOR_PRESENCE = /^(?:and|==|>|<|>=|<=|contains)$/;
const NOTHING = /^(?:blank|empty|nil|null|""|'')$/;

/** The contact's fields in a parsed text, and which of them it can not do without. */
export function mergeFieldsOf(templates: readonly Template[]): MergeField[] {
  const found = new Map<string, boolean>();
  const use = (field: string, required: boolean): void => {
    found.set(field, required || (found.get(field) ?? false));
  };
  visit(templates, new Set(), use);
  return [...found].map(([field, required]) => ({ field, required }));
}

type Use = (field: string, required: boolean) => void;

function visit(templates: readonly Template[], sure: ReadonlySet<string>, use: Use): void {
  for (const template of templates) {
    const branches = 'branches' in template ? (template.branches as Branch[]) : null;
    if (branches !== null && branches.every(({ value }) => value instanceof Value)) {
      const isIf = (template.token as unknown as { name: string }).name === 'if';
      for (const { value, templates: inside } of branches) {
        fieldsOf(value.initial.postfix).forEach((field) => use(field, false));
        visit(inside, isIf ? new Set([...sure, ...presentIn(value)]) : sure, use);
      }
      visit((template as { elseTemplates?: Template[] }).elseTemplates ?? [], sure, use);
      continue;
    }
    for (const argument of template.arguments?.() ?? []) {
      if (argument instanceof Value) visitValue(argument, sure, use);
      else fieldsOf([argument]).forEach((field) => use(field, !sure.has(field)));
    }
    visit(childrenOf(template), sure, use);
  }
}

interface Branch {
  readonly value: Value;
  readonly templates: Template[];
}

function visitValue(value: Value, sure: ReadonlySet<string>, use: Use): void {
  const hasDefault = value.filters.some(({ name }) => name === 'default');
  for (const field of fieldsOf(value.initial.postfix)) use(field, !hasDefault && !sure.has(field));
  const args = value.filters.flatMap((filter) => filter.args as (Token | [string, Token])[]);
  for (const arg of args) {
    const tokens = Array.isArray(arg) ? [arg[1]] : [arg];
    for (const field of fieldsOf(tokens)) use(field, !sure.has(field));
  }
}

/** The fields that are there wherever the condition holds. */
function presentIn(value: Value): string[] {
  const { postfix } = value.initial;
  const operators = postfix.filter((token) => token.kind === TokenKind.Operator);
  const names = operators.map((token) => token.getText());
  const others = postfix.filter((token) => !operators.includes(token));
  const isNotNothing =
    names.length === 1 &&
    names[0] === '!=' &&
    others.some((token) => NOTHING.test(token.getText()));
  return isNotNothing || names.every((name) => ASKS_FOR_PRESENCE.test(name))
    ? fieldsOf(postfix)
    : [];
}

function fieldsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const [, dotted, double, single] = FIELD.exec(token.getText()) ?? [];
    return dotted ?? double ?? single ?? [];
  });
}

/** The names by which values are asked for, anywhere in a parsed text: `contact` of `contact.first_name`. */
export function rootsOf(templates: readonly Template[]): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (tokens: readonly Token[]): void => {
    for (const token of tokens)
      if (token.kind === TokenKind.PropertyAccess) {
        const root = /^[\w-]+/.exec(token.getText())?.[0];
        if (root !== undefined) found.add(root);
      }
  };
  const visitAll = (all: readonly Template[]): void => {
    for (const template of all) {
      const branches = 'branches' in template ? (template.branches as Branch[]) : [];
      const values = [...(template.arguments?.() ?? []), ...branches.map(({ value }) => value)];
      for (const value of values) {
        if (!(value instanceof Value)) read([value].filter((token) => token !== undefined));
        else {
          read(value.initial.postfix);
          for (const { args } of value.filters)
            read(
              (args as (Token | [string, Token])[]).map((arg) =>
                Array.isArray(arg) ? arg[1] : arg,
              ),
            );
        }
      }
      visitAll(childrenOf(template));
    }
  };
  visitAll(templates);
  return found;
}

/** What stands within a tag. */
export function childrenOf(template: Template): Template[] {
  const children = template.children?.(false, true);
  if (children === undefined) return [];
  let step = children.next();
  while (!step.done) step = children.next(step.value);
  return step.value;
}
