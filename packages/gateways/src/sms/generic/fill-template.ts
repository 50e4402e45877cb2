const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The first name in a template that stands for nothing. */
export function findUnknown(template: string, known: readonly string[]): string | null {
  for (const [, name] of template.matchAll(PLACEHOLDER)) if (!known.includes(name!)) return name!;
  return null;
}

/** Each value is written so that it can not be taken for more than a value. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  escape: (value: string) => string,
): string {
  return template.replaceAll(PLACEHOLDER, (_all, name: string) => escape(values[name]!));
}

/** How a value is written in a body of this type: in JSON with its quotes, so that templates hold none. */
export function escapeFor(contentType: string): (value: string) => string {
  if (/json/i.test(contentType)) return (value) => JSON.stringify(value);
  if (/xml/i.test(contentType)) return escapeXml;
  if (/urlencoded/i.test(contentType)) return escapeForm;
  return (value) => value;
}

/** As forms are written: a blank is a plus. */
export function escapeForm(value: string): string {
  return new URLSearchParams({ '': value }).toString().slice(1);
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(value: string): string {
  return value.replaceAll(/[&<>"']/g, (sign) => XML[sign]!);
}
