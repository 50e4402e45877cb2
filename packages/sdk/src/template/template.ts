import type { ReactElement } from 'react';
import type { Merge } from './merge.ts';

/** MJML or HTML that stands in a file of its own. */
export interface TemplateFile {
  readonly file: URL;
}

/** A body: MJML, HTML, a file of either, or a react-email element. */
export type Body = string | TemplateFile | ReactElement;

/** A body, or what makes one of the merge fields; called once for each language of the subject. */
export type Template<Field extends string = string> = Body | ((merge: Merge<Field>) => Body);

/** Names a file beside yours: `templateFile(new URL('spring.en.mjml', import.meta.url))`. It is read when it is needed. */
export function templateFile(file: URL): TemplateFile {
  return { file };
}
