import type { createDocument } from 'zod-openapi';

type Document = ReturnType<typeof createDocument>;

/** As much of a JSON schema as the page shows. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly maxItems?: number;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface Described {
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { description: string; content?: Content }>>;
}

export const READER_STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h2 { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; }
code, pre { font-family: ui-monospace, monospace; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid #8886; }
@media (max-width: 40rem) { tr, th, td { display: block; border: 0; padding: 0; } tr { margin-bottom: .8rem; } thead { display: none; } }
`;

/** openapi.json as one page without script: each operation with what it takes, what it answers, and what it refuses. */
export function renderReader(document: Document): string {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Described>>).map(([method, described]) =>
      section(method.toUpperCase(), path, described),
    ),
  );
  const objects = Object.entries(schemas)
    .filter(([, { properties }]) => properties !== undefined)
    .map(
      ([name, schema]) =>
        `<h3 id="${name}">${name}</h3>${prose(schema.description)}${fields(schema)}`,
    );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(document.info.title)}</title>
<style>${READER_STYLE}</style>
<main>
<h1>${escape(document.info.title)}</h1>
${prose(document.info.description)}
<p>For programs: <a href="/v1/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
${operations.join('\n')}
<h2>What is taken and given</h2>
${objects.join('\n')}
</main>
</html>
`;
}

function section(method: string, path: string, described: Described): string {
  const { parameters = [], requestBody, responses } = described;
  const asked = parameters.map(({ name, schema, description = '', required = false }) =>
    field(name, { description, ...schema }, required),
  );
  const answers = Object.entries(responses).map(
    ([status, { description, content }]) =>
      `<tr><th scope="row">${status}<td>${inline(description)} ${status === '200' ? contents(content) : ''}`,
  );
  return `<h2 id="${path.slice(4)}">${escape(described.summary)}</h2>
<pre>${method} ${path}</pre>
${prose(described.description)}
${asked.length === 0 ? '' : `<h3>Parameters</h3>${table(asked)}`}
${requestBody === undefined ? '' : `<h3>Body</h3><p>${contents(requestBody.content)}</p>`}
<h3>Answers</h3>
<table>${answers.join('')}</table>`;
}

function contents(content: Content = {}): string {
  return Object.entries(content)
    .map(
      ([type, { schema }]) => `<code>${type}</code>: ${schema === undefined ? '' : kind(schema)}`,
    )
    .join('<br>');
}

function fields({ properties = {}, required = [] }: Schema): string {
  return table(
    Object.entries(properties).map(([name, schema]) =>
      field(name, schema, required.includes(name)),
    ),
  );
}

function table(rows: readonly string[]): string {
  return `<table><thead><tr><th scope="col">field<th scope="col">kind<th scope="col">what it says</thead>${rows.join('')}</table>`;
}

function field(name: string, schema: Schema, isRequired: boolean): string {
  const given =
    schema.default === undefined ? '' : ` (${JSON.stringify(schema.default)} if not given)`;
  const need = isRequired ? '' : ', optional';
  return `<tr><th scope="row"><code>${escape(name)}</code><td>${kind(schema)}${need}<td>${inline(`${schema.description ?? ''}${given}`)}`;
}

function kind({ $ref, type, items, anyOf, enum: words, properties }: Schema): string {
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return `<a href="#${name}">${name}</a>`;
  }
  if (words !== undefined) return words.map((word) => `<code>${escape(word)}</code>`).join(' | ');
  if (anyOf !== undefined) return anyOf.map(kind).join(' or ');
  if (items !== undefined) return `list of ${kind(items)}`;
  if (properties !== undefined)
    return `{ ${Object.entries(properties)
      .map(([name, each]) => `<code>${escape(name)}</code>: ${kind(each)}`)
      .join(', ')} }`;
  return escape([type ?? 'any'].flat().join(' or '));
}

function prose(text = ''): string {
  return text
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => `<p>${inline(part)}</p>`)
    .join('\n');
}

function inline(text: string): string {
  return escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
