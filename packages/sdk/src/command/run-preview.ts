import { writeFile } from 'node:fs/promises';
import type { Campaign } from '../campaign/define-campaign.ts';
import type { Preview } from '../campaign/preview.ts';
import { AdieuError, describe } from '../errors.ts';
import { sizeOf as describeSms } from './describe-parts.ts';

export interface PreviewCommandOptions {
  readonly as?: string;
  readonly language?: string;
  readonly html?: string;
}

/** Prints headers and text of one reader's mail; with `html` writes the page into a file. */
export async function runPreview(
  campaign: Campaign,
  { as: contact, language, html }: PreviewCommandOptions,
): Promise<void> {
  const preview = await campaign.preview({
    ...(contact !== undefined && { contact }),
    ...(language !== undefined && { language }),
  });
  if (html !== undefined && preview.sms !== null)
    throw new AdieuError('NO_PAGE', 'An SMS has no page: leave --html out.');
  for (const { name, value } of preview.headers) console.log(`${name}: ${value}`);
  console.log(`\n${preview.text}\n`);
  for (const finding of preview.findings) console.log(describe(finding));
  if (preview.missingFields.length > 0)
    console.log(`missing for this reader: ${preview.missingFields.join(', ')}`);
  console.log(`${campaign.definition.name}: ${sizeOf(preview)}`);
  if (html === undefined) return;
  await writeFile(html, preview.html);
  console.log(`the page is in ${html}`);
}

function sizeOf({ sms, size }: Preview): string {
  return sms === null ? `${(size / 1000).toFixed(1)} kB` : describeSms(sms);
}
