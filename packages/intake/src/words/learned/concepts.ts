/**
 * What words mean in whatever language of ours, so that a phrase of one teaches the others: folded, a blank between, `a*` what
 * begins so. A word may mean several things. No rule rests on it: only weights that are learnt do (learn.ts).
 */
export const CONCEPTS: Readonly<Record<string, string>> = {
  NOT: 'inte ej icke aldrig inget inga ingen int ikke intet nicht nich ned nix kein* nie niemals nein ne nee nej no not dont dnt doesnt didnt never nope nah wont cant cannot isnt arent wasnt havent hasnt nikdy zadn* nic nechci nechceme nemam nemame nemate neposil* nepiste nepis neprej* nezasil* nedost* neodebiram nezajima* nepotrebuj* nesouhlas* nevolej* nekontakt* nothing none',
  STOP: 'sluta stopp stoppa stop stoppe stoppen stops stopping quit cease desist holdop holder auf* hor hort lass lasst prestan* prestat* nechte nechat upust* skonc* halt* avbryt hold lagg lagger drop end avslut* discontinue refrain enough nok nog racker reicht genug schluss dost stacil* staci konec',
  WANT: 'vill onskar orkar vil gider onsker will mochte mochten wollen want wanna wish like chci chceme chce preji preje orker gitter ids villhaver wunsche',
  SEND: 'skicka* sand sanda sander skriv skriva skriver smsa messa mejla horav skrive kontakt* smse schick* send* schreib* mail* anschreib* zuschick* texting text write writing contact* message messaging emailing posil* poslat psat piste pis zasil* rozesil* otravuj* obtezuj* spam* bombard* nerv* stor* disturb* bother* pester* harass* annoy* tjata* plag* chodi',
  MSG: 'sms smsen smser smserne esemes* smsk* meddeland* besked* nachricht* mail mails mejl mejlen mejlet mailen email emails e epost nyhetsbrev* nyhedsbrev* newsletter* brev* reklam* werbung* utskick* erbjudand* tilbud* angebot* spam* text texts message messages msg msgs post offers promo* ads advert* marketing* marknadsforing* markedsforing* zprav* maily mailu mailum novin* nabid* akce infos info inbjud* invit* einlad* pozvan* notis* notif* upozorn* benachricht* letters letter dopis* posta brief* zusend* udsend* mailing mailings prospekt* junk kampan* obchodn* sdelen* magazine tidning* blad*',
  MORE: 'mer mera fler flera langre mere flere laengere mehr langer weitere* weiterhin more anymore longer any further again igen wieder dal* vice uz jiz fremover kuenftig kunftig framover',
  REMOVE:
    'bort radera* stryk* plocka ta tag fjern* slet* stryg* entfern* losch* streich* austrag* nimm nehmt nehmen raus heraus remove erase take strike drop wipe purge get vyrad* vymaz* smaz* odstran* vyskrt* pryc dejte hvac weg vaek ud ut struken borttagen delete* off out',
  UNSUB:
    'avregistr* avprenum* avanmal* avslut* uppsag* sag* avmeld* afmeld* frameld* meld melde melder opsig* opsag* abmeld* abbestell* kundig* austrag* unsub* optout opt cancel* terminate odhlas* zrus* ukonc* odber* prenumer* abonn* subscri* ruis* rusim abgemeldet meldet',
  LIST: 'lista* listen liste listor register* registret sandlist* maillist* mailinglist* verteiler* kartotek* databas* databaz* seznam* evidenc* system* list lists records distribution adresar* rozesil* mailingy udsendels*',
  MINE: 'mig mej oss min mitt mina mich mir uns mein* me us my mi mne nas nam muj moje moji mou meho os mit mine jag ich i we wir vi jeg ja',
  DATA: 'nummer* numret nr number* cislo cisla adress* address* adresu mail mejl uppgift* oplysning* daten data udaj* details info kontaktinfo phone telefon* mobil* jmeno namn navn name namen',
  WRONG: 'fel forkert falsch* wrong spatn* omyl mistake incorrect irrtum',
  PERSON:
    'person* clovek cloveka guy mottagare modtager empfanger adresat recipient heter hedder heisse jmenuj* ager owner tillhor tilhorer gehort patri belongs',
  DEAD: 'dod doda dog avlid* gick bort died dead deceased passed zemrel* umrel* gestorben verstorben tot tod afdod dode afgaet demen*',
  MOVED:
    'flytt* umgezogen moved prestehov* stehuj* sold salt solgt verkauft prodal* bytt skiftet changed zmenil*',
  CUSTOMER:
    'kund kunder kunde kunden customer client zakazn* klient medlem* member* mitglied* clen* anstalld jobbar arbeit* work* arbejder pracuj*',
  CONSENT:
    'samtyck* samtykke* einwillig* zustimm* consent permission* souhlas* medgiv* tillad* erlaub* povol* gdpr dsgvo widersp* object* invand* indsig* namitk* recht dataskydd*',
  REVOKE:
    'aterkall* tillbaka traekker tilbage widerruf* ziehe zuruck withdraw* revoke* odvol* take back beru zpet',
  REPORT:
    'anmal* anmeld* anzeig* melde report* block* stiznost* nahlas* polis* klag* complain* advokat anwalt lawyer konsumentverk* forbrugerombud* soud* regulator authority behord* stezova*',
  TIRED:
    'trott tired traet genervt nerv* sick fed less leid otrav* jobbig* trotta irriter* nebavi galen',
  CURSE:
    'fan javla helvete fuck* shit* lort fandens satans verdammt scheiss* arsch* sakra kurva debil* idiot* hell damn',
  ONLY: 'bara endast kun blot nur only just jen pouze except utom ausser',
  RECEIPT:
    'kvitto* kvittering* ordrebekr* rechnung* bestatig* receipt* invoice* faktur* uctenk* potvrzen* order* confirmation*',
  HOW: 'hur hvordan wie how jak var hvor wo where kde kam',
  CAN: 'kan kann kannst konnt konnen can could muzete muzes muzu lze slo jde',
  RID: 'slippa slipper rid loswerden los zbavit zbavim avoid spara spare fri blive',
  LEAVE_ALONE: 'lamna ifred fred lad laden ruhe frieden alone peace pokoj be',
  INTEREST:
    'intress* interess* interest* zajem zajima relevant* aktuel* bedarf brug behov* need nutzen potreb* braucht brauche use nytta zajm*',
  SIGNUP:
    'anmalt registrerat tilmeldt bestallt bestellt bestilt signed subscribed prihlas* objedn* asked bett bedt gebeten requested abonniert',
  ALWAYS:
    'dag dagen varje jeden every daily day denne taglich standigt hela tiden pokazde porad furt always konstant',
  TOO_MUCH: 'mycket ofta meget tit viel* oft many much often moc casto manga mange zuviel',
  LINK: 'lank* link* odkaz* button knapp*',
  ACCIDENT: 'misstag versehen fejl kom accident* mistake omylem fejltag* raka*',
  DELIVERY:
    'paket* pakke* parcel balik* zasilk* lever* liefer* deliver* dodav* dorazil* post frakt* fragt* versand* shipping dopra* bestall* bestell* order objednav* vara varan ware* goods zboz* item* polozk*',
  BOOK: 'bokning* boka* booking* buchung* reserv* rezerv* bord* table tisch stul tid tiden termin* time appointment lektion* kurs* kurz* course* class* trening* traning* pass mote* meeting event* fest* party oslav* billet* biljett* ticket* karte* listek',
  COME: 'kommer komma kommen komme come coming prijd* prijed* arrive* ankom* dorazim ses sees treffen sejdem* uvidim*',
  TIME: 'mandag* tisdag* onsdag* torsdag* fredag* lordag* sondag* tirsdag montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* monday* tuesday* wednesday* thursday* friday* saturday* sunday* pondel* uter* stred* ctvrt* patek patku sobot* nedel* imorgon morgen tomorrow zitra idag today heute dnes tonight kl klockan uhr okt* aug* srpna ugen uge vecka week woche tyden tydnu',
  STOP_OF_BUS:
    'bus* hallplats* stoppested* haltestell* station* zastav* tag tram* train* zug* vlak* autobus* tunnelban* bahn*',
  SHOP: 'butik* shop* store* laden geschaft* obchod* prodejn* oppet abent offen open* otevr*',
  PRICE:
    'pris* price* preis* kost* cost* cena stoji rabat* discount* slev* rea udsalg* sale ausverkauf* akce prozent procent',
  FOOD: 'lok* log salat* sallad* onion* zwiebel* cibul* soppa* suppe* soup polev* kaffe* coffee kava mat mad essen food jidlo pizza* ost cheese kase dessert* salt salz soli',
  THANKS: 'tack tak danke thanks thank thx thanx diky dekuj* vdeka merci tackar',
  PLEASE: 'snalla vanligen please pls plz bitte prosim venligst vaer vanlig',
  GREET: 'hej hi hello hallo dobry ahoj dear guten hejsan hei moin',
  GREAT:
    'bra fin* kul* super great good nice toll* schon* hezk* skvel* bezva god godt roligt hyggelig* flot* love* alskar elsker liebe miluj* vackert jatte*',
  WHY: 'varfor hvorfor warum why proc',
  WHEN: 'nar hvornar wann when kdy',
  QUANTITY:
    'en ett to tva tre fyra fem zwei drei vier funf two three four five six dva tri ctyri pet fire',
  AWAY: 'semester* ferie* urlaub* holiday* vacation* leave dovolen* tjanstledig* foraldraledig* orlov barsel automatisk* automatic automatische* automaticka elternzeit rodicovsk* tillbaka return navrat* vratim zpet kolleg*',
  GET: 'fatt far fick faet fik modtaget bekomm* kriege erhalten got get getting received receive dostal* dostav* prisl* nefick nedostal* neprisl*',
  KEEP: 'fortsatt* bliv weiter keep jen dal zustaty beholde behalte behalla vil gerne gern garna rad',
  ALREADY:
    'redan allerede schon bereits already jednou uz tredje third dritten potreti fjarde fourth gang mal time last sista letzten naposledy',
  ILL: 'syk* krank* ill sick nemocn* sjuk*',
  WORKS:
    'fungerar funkar virker dur funktioniert geht works working nefunguje funguje kaput* broken rozbit* trasig*',
};
