import { type Language, LANGUAGES } from '@adieu/domain';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What pages and mails said once and readers stumbled over. */
const OLD: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'You have left',
    'You need do nothing more',
    'How often at most',
    'One in ',
    'Marketing rests until',
    'They are not about what interests me',
    'Look among the spam',
    'Where a return is possible',
    'Your data are gone',
    'By which way',
    'For which reason',
  ],
  sv: [
    'Marknadsföringen vilar',
    'lämna all marknadsföring',
    'Hur ofta som mest',
    'begäranden om att lämna',
    'fått nog för perioden',
  ],
  da: ['Hvor ofte højst', 'Én på ', 'Markedsføringen hviler', 'forlade al markedsføring'],
  de: [
    'Wie oft höchstens',
    'Eine in ',
    'Die Werbung ruht',
    'Aussendung',
    'Sehen Sie in Ihr Postfach',
    'Ihre Daten sind weg',
  ],
  cs: [
    'Jak často nejvýše',
    'Obchodní sdělení nechodí do',
    'veškerý marketing',
    'Odběr je odhlášen',
  ],
};

it.each(LANGUAGES)('no page or mail in %s says again what readers stumbled over', (language) => {
  const rooms = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  const catalogs = rooms.flatMap(({ name }) =>
    readdirSync(join(import.meta.dirname, name))
      .filter((file) => file === `${language}.ts`)
      .map((file) => readFileSync(join(import.meta.dirname, name, file), 'utf8')),
  );
  expect(catalogs.length).toBeGreaterThan(3);
  const said = catalogs.join('\n');
  expect(OLD[language].filter((old) => said.includes(old))).toEqual([]);
});
