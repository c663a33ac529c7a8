/**
 * Words that ask or bind, in nynorsk, English and without their letters, as the bokmål word that stands first in the
 * line. They tell sections on the same thing apart ("når må vi", "hva skal stå i"), whatever language they are asked in.
 * Where a word is in two lines the first counts.
 */
const TABLE = `
hva kva what
når naar when
hvordan korleis how
hvem kven who whom
hvor kor where
hvorfor kvifor why
hvilke hvilken hvilket kva which
må skal must shall
trenger treng trengs need needs
kan may can could
bør should ought
ikke ikkje not
vi me we us oss
vår våre vårt our ours
noen nokon somebody someone anyone
noe noko something anything
hvis viss dersom om if whether
uten utan without
med with
etter after
før before
fra frå from
alle all everyone everybody
bare berre kun only just
også òg også too also
mer meir more
mye mykje much
mange many
lenge lang long
få får get gets
ha har have has
gi gir gje gjev give
si sier seie seier say says tell
gjøre gjør gjere gjer do does doing
de dei dem they them
være er vere vera is are be
blir bli vert become becomes
hver kvar each every
mot against
til to
i in
på on at
for for
av of by
eller or
og and
en ein et eit a an
hvilken kva which
dere de dykk you
at that
som which who
denne dette this
den det it
nok enough
selv sjølv self ourselves
fortsatt framleis still
allerede alt already
nå no now
først fyrst first
samme same
hun ho she han he
`;

export const asking: ReadonlyMap<string, string> = table();

function table(): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of TABLE.trim().split('\n')) {
    const words = line.split(' ');
    for (const word of words) if (!found.has(word)) found.set(word, words[0]!);
  }
  return found;
}
