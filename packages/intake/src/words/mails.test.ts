import { describe, expect, it } from 'vitest';
import { findWish } from './find-wish.ts';
import { tokensOf } from './tokens.ts';

/** As the own words of answers by mail come: several sentences, a greeting, a name. */
const WISHES = {
  sv: [
    'Hej!\n\nTack för ett fint program i våras. Vi har nu flyttat till Skåne. Jag vill därför inte ha fler utskick från er.\n\nBirgitta',
    'Jag har skrivit till er två gånger.\nIngen svarar.\nTa bort min adress från listan.',
    'Hej, jag förstår att ni vill sälja. Men sluta skicka reklam till mig.\nHälsningar Nils',
  ],
  da: [
    'Hej\n\nTak for en god sæson. Vi er flyttet til Jylland. Derfor vil jeg ikke modtage flere mails fra jer.\n\nBirthe',
    'Jeg har skrevet til jer to gange.\nIngen svarer.\nFjern min adresse fra listen.',
    'Hej, jeg forstår godt I vil sælge. Men hold op med at sende mig reklamer.\nNiels',
  ],
  de: [
    'Guten Tag,\n\ndanke für die schöne Saison. Wir sind nach Bayern gezogen. Ich möchte daher keine weiteren Mails von Ihnen.\n\nBirgit',
    'Ich habe zweimal geschrieben.\nNiemand antwortet.\nStreichen Sie meine Adresse aus dem Verteiler.',
    'Hallo, ich verstehe, dass ihr verkaufen wollt. Aber schickt mir keine Werbung mehr.\nNils',
  ],
  cs: [
    'Dobrý den,\n\nděkuji za pěknou sezónu. Přestěhovali jsme se na Moravu. Nechci proto od vás už žádné maily.\n\nBára',
    'Psal jsem vám dvakrát.\nNikdo neodpovídá.\nVyřaďte mou adresu ze seznamu.',
    'Dobrý den, chápu, že chcete prodávat. Ale přestaňte mi posílat reklamu.\nNovák',
  ],
  en: [
    'Hello,\n\nthank you for a lovely season. We have moved to Wales. I therefore do not want any more emails from you.\n\nBridget',
    'I have written to you twice.\nNobody answers.\nTake my address off the list.',
    'Hi, I see that you want to sell. But stop sending me adverts.\nNigel',
  ],
} as const;

const OTHERS = {
  sv: [
    'Hej!\n\nTack för brevet, så roligt att läsa om trädgården. Vi kommer förbi på lördag. Är det parkering vid busstoppet?\n\nBirgitta',
    'Snälla sluta inte med det här brevet. Det är veckans höjdpunkt.',
    'Jag är på semester till den 10 augusti. Vid frågor, kontakta Lena. Ditt mejl vidarebefordras inte.',
    'Leveransen skulle ha kommit i måndags. Jag har ringt tre gånger. Nu vill jag veta när den kommer.',
  ],
  da: [
    'Hej\n\nTak for brevet, hvor er det sjovt at læse om haven. Vi kommer forbi på lørdag. Er der parkering ved stoppestedet?\n\nBirthe',
    'Bliv endelig ved med det her brev. Det er ugens højdepunkt.',
    'Jeg er på ferie til den 10. august. Ved spørgsmål, kontakt Lene. Din mail bliver ikke sendt videre.',
    'Leveringen skulle være kommet i mandags. Jeg har ringet tre gange. Nu vil jeg vide hvornår den kommer.',
  ],
  de: [
    'Guten Tag,\n\ndanke für den Brief, so schön über den Garten zu lesen. Wir kommen am Samstag vorbei. Gibt es Parkplätze an der Haltestelle?\n\nBirgit',
    'Bitte hört nie mit diesem Brief auf. Er ist der Höhepunkt der Woche.',
    'Ich bin bis 10. August im Urlaub. Bei Fragen wenden Sie sich an Lena. Ihre Mail wird nicht weitergeleitet.',
    'Die Lieferung sollte am Montag kommen. Ich habe dreimal angerufen. Jetzt will ich wissen, wann sie kommt.',
  ],
  cs: [
    'Dobrý den,\n\nděkuji za dopis, o zahradě se to krásně četlo. V sobotu přijdeme. Dá se u zastávky parkovat?\n\nBára',
    'Prosím nikdy s tím dopisem nepřestávejte. Je to nejlepší chvíle týdne.',
    'Do 10. srpna mám dovolenou. S dotazy se obraťte na Lenku. Váš mail se nepřeposílá.',
    'Zásilka měla přijít v pondělí. Volala jsem třikrát. Teď chci vědět, kdy dorazí.',
  ],
  en: [
    'Hello,\n\nthank you for the letter, such a joy to read about the garden. We will stop by the office tomorrow. Is there parking at the bus stop?\n\nBridget',
    'Please don’t stop this letter. It is the highlight of my week.',
    'I am on holiday until 10 August. For questions contact Lena. Your mail is not forwarded.',
    'The delivery should have come on Monday. I have called three times. Now I want to know when it comes.',
  ],
} as const;

describe('mails of several sentences (B4)', () => {
  it.each(Object.values(WISHES).flat())('%j is a wish, wherever in it that is said', (text) => {
    expect(findWish(text)).not.toBeNull();
  });

  it.each(Object.values(OTHERS).flat())('%j is none', (text) => {
    expect(findWish(text)).toBeNull();
  });

  it('why names words of the text as they were written, for all that are found (SM-4)', () => {
    for (const text of Object.values(WISHES).flat()) {
      const written = new Set(tokensOf(text).map((token) => token.written));
      for (const words of findWish(text)!.why)
        for (const word of words.split(/ … | /)) expect(written).toContain(word);
    }
  });

  it('a phrase is read in less than a millisecond of the processor', () => {
    const texts = [...Object.values(WISHES).flat(), ...Object.values(OTHERS).flat()];
    const readAll = (): void => texts.forEach((text) => findWish(text));
    for (let i = 0; i < 20; i++) readAll();
    const before = process.cpuUsage();
    for (let i = 0; i < 20; i++) readAll();
    const each = process.cpuUsage(before).user / 1_000 / (20 * texts.length);
    expect(each).toBeLessThan(1);
  });
});
