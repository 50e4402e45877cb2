import { type Language, LANGUAGES, type NamedActor, type ScopeKind } from '@adieu/domain';
import type { Context } from '../shared/context.ts';

export interface Start {
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly scope: { readonly kind: ScopeKind; readonly id: string };
  readonly language: Language;
  readonly senderName: string;
  /** What is agreed to, and its version, where that is not Adieu's own text. */
  readonly declared?: { readonly text: string; readonly version: string };
  /** Null for a key. */
  readonly caller: string | null;
  /** Who asks for somebody; not given where they ask themselves. */
  readonly startedBy?: NamedActor;
  recipient(sql: Context['db']['sql']): Promise<string>;
}

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

export function asLanguage(text: string): Language {
  return isLanguage(text) ? text : 'en';
}
