/** Words that ask or bind but do not say what about. Bokmål, nynorsk and English. */
export const stopwords = new Set(
  `
 og i jeg det at en et den til er som på de med han av ikke ikkje der så var meg seg men ett har om vi min mitt ha hadde
 hun nå da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her vil bli ble blei blitt
 kunne inn når være kom noen noe ville dere deres kun ja ned skulle denne for deg si sine sitt mot å meget hvorfor
 dette disse hvordan din ditt blir samme hvilken hvilke sånn inni vår hver hvem vors hvis både bare enn
 fordi mange også slik vært siden dykk dykkar dei deira deires deim di då eg ein eit eitt elles ho hoe hoss
 hossen ikke korso kor kva kvar kvarhelst kven kvi kvifor me medan mi mine mykje no nokon noka nokor noko nokre
 sia sidan so somt somme um upp vere vore verte vort varte vart vera korleis frå må måtte bør får få fikk fekk gjør gjer
 gjøre gjere gjort hvilket kva kvilken kvilke egentlig eigentleg vel jo nei hei litt veldig sånne slike vårt våre vår dere
 trenger treng trengs behøver finnes finst gjelder gjeld betyr tyder handler si sier fortell forklar kort viktig viktigste
 altså altfor når hvordan ta tar gå går gi gir se ser vet veit lure lurer spørre spørsmål hjelp hjelpe vennligst takk ok
 helt bruke brukes brukar nødvendig nødvendigvis ønsker vil ønskjer angående vedrørende ift mtp mht ca osv
 f eks dvs bl a pga iht ang evt dersom imens mens dog kanskje
 alltid fortsatt ennå framleis enno faktisk virkelig verkeleg helst gjerne
 always ever still yet actually really currently
 the a an of to in is are was were be been being do does did done have has had can could may might must shall should will
 would what which who whom whose when where why how if or and not no yes we you i he she it they them our your their us me
 my this that these those there here for from by with on at as about into than then so such any some all each every more
 most much many own same too very just only also need needs want tell explain please does mean means get give us per
 `
    .trim()
    .split(/\s+/),
);
