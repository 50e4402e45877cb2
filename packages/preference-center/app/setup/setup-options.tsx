import { countries, type Language, LANGUAGES, zonesOf } from '@adieu/domain';
import { LANGUAGE_NAMES, LOCALES, type SetupMessages } from '@adieu/messages';

interface Said {
  readonly language: Language;
  readonly words: SetupMessages;
}

/** Every country by its name in the page's language; the first stands for none. */
export function CountryOptions({ language, words }: Said) {
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'region' });
  const { compare } = new Intl.Collator(LOCALES[language]);
  const named = countries().map((code) => ({ code, name: names.of(code) ?? code }));
  return (
    <>
      <option value="">{words.noCountry}</option>
      {named
        .toSorted((a, b) => compare(a.name, b.name))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </>
  );
}

/** Every zone, those of the country first; what stands for the country's own is chosen where nothing else is. */
export function ZoneOptions({ words, country }: { words: SetupMessages; country: string }) {
  const own = country === '' ? [] : zonesOf(country);
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !own.includes(zone));
  return (
    <>
      <option value="">{words.zoneOfCountry}</option>
      {[...own, ...others].map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </>
  );
}

export function LanguageOptions() {
  return LANGUAGES.map((code) => (
    <option key={code} value={code} lang={code}>
      {LANGUAGE_NAMES[code]}
    </option>
  ));
}
