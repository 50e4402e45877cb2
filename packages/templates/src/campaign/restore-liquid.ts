import { mapLiquid } from './map-liquid.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/**
 * Renderers of HTML, such as React's, escape the quotes within merge fields, and authors write double ones within
 * attributes; this sets both right.
 */
export function restoreLiquid(html: string): string {
  return mapLiquid(html, (field) => {
    const plain = field.replace(/&(?:quot|lt|gt|amp|#34|#39|#x27);/gi, (entity) => {
      return ENTITIES[entity.toLowerCase()] ?? entity;
    });
    // A double quote would end the attribute that the field stands in; Liquid takes either.
    return plain.includes("'") ? plain : plain.replaceAll('"', "'");
  });
}
