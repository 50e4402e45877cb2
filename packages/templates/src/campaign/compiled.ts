import type { CampaignIdentity, CompiledText, Language, Purpose } from '@adieu/domain';
import type { Template } from 'liquidjs';
import { type Fill, prepareFill } from './fill.ts';
import { htmlLiquid, textLiquid } from './liquid.ts';
import { type MergeField, mergeFieldsOf } from './merge-fields.ts';

/** A campaign in one language, ready to be filled. */
export interface CompiledVariant {
  readonly language: Language;
  readonly subject: Template[];
  readonly html: Template[];
  readonly text: Template[];
  readonly fill: { readonly subject: Fill; readonly html: Fill; readonly text: Fill };
  /** The contact's fields that subject, HTML and text use. */
  readonly fields: readonly MergeField[];
}

/** The same, and how its author wrote it. */
export interface AuthoredVariant extends CompiledVariant {
  /** Why the author's own way out did not do, so that a line was put at the start; null where it did, or was not asked for. */
  readonly wayOutReplaced: string | null;
  /** What was compiled, for checks. */
  readonly sources: {
    readonly part: 'mjml' | 'html';
    readonly subject: string;
    readonly body: string;
  };
  /** What it was compiled into. */
  readonly kept: CompiledText;
}

export interface CompiledCampaign<Variant extends CompiledVariant = CompiledVariant> {
  readonly variants: ReadonlyMap<string, Variant>;
  readonly fallback: Variant;
  readonly identity: CampaignIdentity | null;
  readonly purpose: Purpose;
}

/** Parsed texts, prepared to be filled. */
export function fillVariant(
  language: Language,
  texts: Pick<CompiledVariant, 'subject' | 'html' | 'text'>,
): CompiledVariant {
  const { subject, html, text } = texts;
  return {
    language,
    ...texts,
    fill: {
      subject: prepareFill(textLiquid, subject, false),
      html: prepareFill(htmlLiquid, html, true),
      text: prepareFill(textLiquid, text, false),
    },
    fields: mergeFieldsOf([...subject, ...html, ...text]),
  };
}
