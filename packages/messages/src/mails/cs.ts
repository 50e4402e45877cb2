import type { MailMessages } from './en.ts';

export const cs: MailMessages = {
  greeting: 'Dobrý den,',

  doubleOptIn: {
    subject: (what) => `Potvrďte prosím: ${what}`,
    asked: (what) => `Někdo, nejspíš vy, požádal, aby na tuto adresu chodilo: ${what}.`,
    open: 'Pokud jste to byli vy, otevřete tuto stránku a stiskněte na ní tlačítko:',
    button: 'Na stránku s potvrzením',
    until: (when) => `Odkaz lze použít jednou, do ${when}.`,
    withdraw: 'Souhlas můžete kdykoli odvolat odkazem v každém e-mailu.',
    otherwise: 'Pokud jste to nebyli vy, nemusíte nic dělat: bez tohoto potvrzení se nic nezmění.',
  },

  decision: {
    declinedSubject: (scope) => `Vaše odhlášení z „${scope}“: zamítnuto`,
    declined: (scope, when, organisation) =>
      `Dne ${when} jste požádali o odhlášení z „${scope}“. Organizace ${organisation} žádost zamítla.`,
    declinedReason: 'Uvedený důvod:',
    revertedSubject: (scope) => `Vaše odhlášení z „${scope}“: nerozhodnuto`,
    reverted: (scope, when, organisation) =>
      `Dne ${when} jste požádali o odhlášení z „${scope}“. Organizace ${organisation} včas nerozhodla, a proto pozastavení vaší adresy skončilo.`,
    comesAgain: 'Zprávy z tohoto seznamu vám budou opět chodit.',
    askAgain: 'O odhlášení můžete kdykoli požádat znovu odkazem v každé zprávě z tohoto seznamu.',
    askAgainHere: 'O odhlášení můžete kdykoli požádat znovu na této stránce:',
    askAgainButton: 'Na stránku',
  },

  answer: {
    from: (writer: string, account: string) =>
      `Na e-mail odesílatele ${account} přišla odpověď od ${writer}:`,
    why: 'Přání odhlásit se v ní nebylo nalezeno. Pokud na tento e-mail odpovíte, vaše odpověď půjde pisateli.',
    nobody: 'Odpovědět můžete na adresu výše.',
    instead: '(odkaz čtenáře, odstraněn)',
    leftOut: (names: string) => `Nepřeposláno: ${names}`,
  },

  dataLink: {
    subject: (organisation) => `Vaše údaje: ${organisation}`,
    asked: (organisation) =>
      `Někdo, nejspíš vy, se zeptal, co si ${organisation} uchovává o této adrese.`,
    open: 'Na této stránce si údaje můžete prohlédnout, stáhnout nebo nechat vymazat:',
    button: 'K mým údajům',
    until: (when) => `Odkaz platí do ${when}. Nikomu ho nepředávejte.`,
    otherwise: 'Pokud jste to nebyli vy, nemusíte nic dělat: nikdo nic neviděl a nic se nemění.',
  },

  signIn: {
    subject: (organisation) => `Přihlášení: ${organisation}`,
    asked: (organisation) => `Někdo, nejspíš vy, se chce přihlásit (${organisation}).`,
    button: 'Přihlásit se',
    until: (when) => `Odkaz platí do ${when}. Nikomu ho nepředávejte.`,
    otherwise:
      'Pokud jste to nebyli vy, nemusíte nic dělat: bez tohoto e-mailu se nikdo nepřihlásí.',
  },

  invitation: {
    subject: (organisation) => `Pozvánka: ${organisation}`,
    invited: (organisation, inviter) =>
      `${inviter} vás zve mezi členy (${organisation}), abyste rozhodovali o žádostech o odhlášení nebo pracovali s kampaněmi.`,
    button: 'K pozvánce',
    until: (when) => `Odkaz platí do ${when}. Nikomu ho nepředávejte.`,
    otherwise: 'Pokud nechcete, nebo nevíte, proč vám tento e-mail přišel, nemusíte nic dělat.',
  },

  webhookDisabled: {
    subject: (host: string) => `Webhooky na ${host} jsou vypnuté`,
    said: {
      FAILING: (since: string) =>
        `Od ${since} nebyl na této adrese přijat žádný webhook. Po pěti dnech jsme pokusy ukončili:`,
      GONE: (_since: string) =>
        'Server na této adrese říká (410), že už tam nikdo není. Webhooky jsme tam přestali posílat:',
    },
    advice:
      'Nic se neztratilo: až bude server zpět, koncový bod znovu zapněte (resumeWebhookEndpoint) a vše se doručí v pořadí. Pokud už není potřeba, smažte ho.',
  },

  digest: {
    waiting: {
      one: '# žádost o odhlášení čeká na rozhodnutí',
      few: '# žádosti o odhlášení čekají na rozhodnutí',
      many: '# žádosti o odhlášení čeká na rozhodnutí',
      other: '# žádostí o odhlášení čeká na rozhodnutí',
    },
    fresh: {
      one: '# z nich je pro vás nová.',
      few: '# z nich jsou pro vás nové.',
      many: '# z nich je pro vás nová.',
      other: '# z nich je pro vás nových.',
    },
    noneFresh: 'Žádná z nich pro vás není nová, ale blíží se konec lhůty.',
    requests: { one: '# žádost', few: '# žádosti', many: '# žádosti', other: '# žádostí' },
    ofThemNew: { one: '# nová', few: '# nové', many: '# nové', other: '# nových' },
    firstDeadline: (when) => `Nejbližší lhůta končí ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Pokud nikdo včas nerozhodne, budou odhlášeni.',
      REVERT: 'Pokud nikdo včas nerozhodne, budou jim zprávy opět chodit.',
    },
    decide: 'Do té doby jsou adresy pozastaveny. Rozhodněte zde:',
    decideButton: 'K žádostem',
    decideByApi:
      'Do té doby jsou adresy pozastaveny. Rozhodněte libovolným klientem GraphQL: dokumenty jsou v docs/admin.md (optOutRequests, decideOptOutRequests).',
    why: (organisation, membersUrl) =>
      `Tento e-mail dostáváte, protože rozhodujete o žádostech o odhlášení (${organisation}). Změnit to může tamní správce. Vaše role: ${membersUrl}`,
  },

  held: {
    gathered: {
      one: '# zpráva v jednom e-mailu',
      few: '# zprávy v jednom e-mailu',
      many: '# zprávy v jednom e-mailu',
      other: '# zpráv v jednom e-mailu',
    },
    why: (account) =>
      `Požádali jste o méně časté zprávy (${account}). Zde je vše, co přibylo od posledního e-mailu, pohromadě.`,
    read: 'Přečíst celé',
    change: 'Odkazem úplně nahoře změníte, jak často píšeme, nebo se odhlásíte.',
  },

  warning: {
    subject: (campaign) => `Upozornění ke kampani „${campaign}“`,
    paused: (campaign) => `Kampaň „${campaign}“ je pozastavena`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Z příjemců kampaně „${campaign}“ (${account}) se zatím odhlásilo ${rate}: ${counted} z ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Kampaň „${campaign}“ (${account}) se liší od předchozích: odhlásilo se ${rate} příjemců, ${counted} z ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Z příjemců kampaně „${campaign}“ (${account}) ji jako spam označilo ${rate}: ${counted} z ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Z příjemců kampaně „${campaign}“ (${account}) ji jako spam označilo ${rate}: ${counted} z ${sent}. Je pozastavena: nic dalšího z ní neodchází.`,
      BOUNCE_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Z adres, na které šla kampaň „${campaign}“ (${account}), jich ${rate} neexistuje: ${counted} z ${sent}.`,
    },
    usual: (usual) => `Průměr v tomto účtu byl ${usual}.`,
    advice: {
      OPT_OUT_RATE: 'Podívejte se na uvedené důvody a na to, jak často a komu posíláte.',
      OPT_OUT_UNUSUAL:
        'Podívejte se na uvedené důvody. Pokud se odhlašuje méně lidí než kdy dřív, ověřte, že odkazy fungují.',
      COMPLAINT_RATE:
        'Při tak vysokém podílu začínají poskytovatelé pošty e-maily odmítat. Ověřte, že o ně příjemci stáli.',
      COMPLAINT_PAUSE:
        'Nejprve zjistěte, jak se tito lidé na seznam dostali. Ten, kdo u vás kampaně rozesílá, ji pak může znovu spustit, nebo nadobro zrušit (v API: resumeCampaign, cancelCampaign). Do té doby čeká a nic z ní neodchází.',
      BOUNCE_RATE:
        'Poskytovatelé pošty nedůvěřují tomu, kdo píše na mnoho adres, které neexistují. Zjistěte, odkud pocházejí; nic dalšího se na ně neposílá.',
    },
    once: (organisation) =>
      `Toto upozornění přichází ke každé kampani jednou. Dostávají ho správci (${organisation}); čísla jsou v přehledu kampaně.`,
    eachTime: (organisation) =>
      `Tento e-mail přichází při každém pozastavení kampaně. Dostávají ho správci (${organisation}); čísla jsou v přehledu kampaně.`,
  },

  weeklyReport: {
    subject: (day, account) => `Týden od ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `V týdnu od ${day} odeslal účet ${account} ${campaigns}, celkem ${sent} příjemcům.`,
    campaigns: { one: '# kampaň', few: '# kampaně', many: '# kampaně', other: '# kampaní' },
    figures: (sent, left, complained) =>
      `odesláno ${sent}, odhlášeno ${left}, označeno jako spam ${complained}.`,
    more: (count) => `a další: ${count}`,
    left: 'Podíl odhlášených po týdnech',
    complained: 'Podíl označení jako spam po týdnech',
    plot: (title, rate) => `${title}. Naposledy: ${rate}.`,
    warnsAt: (rate) => `upozornění od ${rate}`,
    pausesAt: (rate) => `od ${rate} se kampaň pozastaví`,
    usual: (rate) => `průměrně ${rate}`,
    button: 'Zobrazit přehledy',
    why: 'Tento e-mail přichází jednou týdně, dokud se posílají kampaně. Na stránce přehledů ho můžete zrušit.',
  },
};
