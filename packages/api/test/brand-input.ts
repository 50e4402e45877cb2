import { SAMPLE_BRAND } from '@adieu/testkit';

/** The sample brand as `setAccountBrand` takes it. */
export function brandInput() {
  const texts = Object.entries(SAMPLE_BRAND.texts).map(([language, each]) => ({
    language,
    ...each,
  }));
  return { ...SAMPLE_BRAND, texts };
}
