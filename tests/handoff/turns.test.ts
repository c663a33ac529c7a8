import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ADMIN, type Running, startRunning } from '../running.ts';
import { filledIn, inputsOf, municipality, plainOf, titled, titles } from './chat.ts';

/** Questions to people through the real bot, over HTTP, with the real queue. */
let running: Running;
beforeAll(async () => {
  running = await startRunning();
  await running.samvit.delivery.start();
});
afterAll(() => running.stop());

const QUESTION = 'Hvor parkerer jeg elsparkesykkelen ved rådhuset?';
const ASK = 'Spør fagnettverket';

async function sent(channels: [string, string][] = [['innkjop', 'spørsmål om anskaffelser']]) {
  const town = municipality(running);
  for (const [channel, purposes] of channels) await town.choose(channel, purposes);
  const asker = town.person('kari', 'Kari Spør');
  const expert = (name: string, channel = channels[0]![0]) => town.person(name, `${name} Ekspert`, channel);
  const form = await asker.on(await asker.say(QUESTION), ASK);
  return { town, asker, expert, form };
}

/** Sent to the channel, and there. */
async function asked(filled: Record<string, string> = {}) {
  const made = await sent();
  const receipt = await made.asker.on(made.form, 'Send spørsmålet', { 'in-question': QUESTION, ...filled });
  const ola = made.expert('Ola');
  const card = await ola.gets('Nytt spørsmål');
  return { ...made, receipt, ola, card };
}

describe('a question without an answer', () => {
  test('is offered to people only where there is a channel to ask in', async () => {
    const town = municipality(running);
    const asker = town.person('kari', 'Kari');
    expect(titles(await asker.say(QUESTION))).not.toContain(ASK);
    await town.choose('redaktorer', 'redaktører');
    expect(titles(await asker.say(QUESTION))).not.toContain(ASK);
    await town.choose('innkjop', 'spørsmål om anskaffelser');
    const card = await asker.say(QUESTION);
    expect(titles(card).at(-1)).toBe(ASK);
    expect(plainOf(card)).toContain('Du kan også spørre fagfolk');
    expect(titles(await asker.say('Hva er terskelverdiene for kommuner?'))).not.toContain(ASK);
  });

  test('shows what is sent, who reads it, and sends nothing before it is pressed', async () => {
    const { town, form, asker } = await sent();
    expect(filledIn(form, 'in-question')).toBe(QUESTION);
    expect(plainOf(form)).toContain('Ingenting er sendt ennå');
    expect(plainOf(form)).toMatch(/Alle som er med der, kan lese det/);
    expect(filledIn(form, 'in-name')).toBe('named');
    expect(plainOf(await asker.on(form, 'Nei takk'))).toContain('Da er ingenting sendt.');
    expect(town.to(`19:innkjop-${town.tenantId}`).filter(({ body }) => body.attachments)).toEqual([]);
  });

  test('asks for the topic where several have channels', async () => {
    const { form, asker, expert } = await sent([
      ['innkjop', 'spørsmål om anskaffelser'],
      ['personvern', 'spørsmål om personvern'],
    ]);
    const choices = inputsOf(form).find(({ id }) => id === 'in-topic')?.choices as { value: string }[];
    expect(choices.map(({ value }) => value)).toEqual(['anskaffelser', 'personvern']);
    const again = await asker.on(form, 'Send spørsmålet', { 'in-question': QUESTION });
    expect(plainOf(again)).toContain('Velg hva spørsmålet handler om');
    await asker.on(again, 'Send spørsmålet', { 'in-question': QUESTION, 'in-topic': 'personvern' });
    await expert('Ola', 'personvern').gets(QUESTION);
  });

  test.each([
    ['', 'Skriv spørsmålet først.'],
    ['Gjelder 12345678 eller kari@example.com?', 'en e-postadresse'],
    ['x'.repeat(2_001), 'høyst 2000 tegn'],
  ])('“%.20s” is not sent, and stands there with the reason', async (text, why) => {
    const { form, asker } = await sent();
    const again = await asker.on(form, 'Send spørsmålet', { 'in-question': text, 'in-name': 'nameless' });
    expect(plainOf(again)).toContain(why);
    expect(filledIn(again, 'in-question')).toBe(text);
    expect(filledIn(again, 'in-name')).toBe('nameless');
    expect(await running.samvit.delivery.deadLetters('x')).toEqual([]);
  });

  test('that is pressed twice is sent once; a form of last year asks once more', async () => {
    const { asker, form, town, card } = await asked();
    const again = await asker.on(form, 'Send spørsmålet', { 'in-question': QUESTION });
    expect(plainOf(again)).toContain('Spørsmålet er sendt');
    const posts = town
      .to(`19:innkjop-${town.tenantId}`)
      .filter(({ method, body }) => method === 'POST' && body.attachments);
    expect(posts).toHaveLength(1);
    expect(plainOf(card)).toContain('Kari Spør');

    const old = { ...titled(form, 'Send spørsmålet'), made: 20_000, id: crypto.randomUUID() };
    const asks = await asker.press(old, { 'in-question': QUESTION });
    expect(plainOf(asks)).toContain('Dette skjemaet er gammelt');
    expect(titled(asks, 'Send spørsmålet').id).not.toBe(old.id);
  });

  test('may be asked without a name', async () => {
    const { card } = await asked({ 'in-name': 'nameless' });
    expect(plainOf(card)).not.toContain('Kari');
    expect(plainOf(card)).toContain('ikke har vist navnet sitt');
  });
});

describe('in the channel', () => {
  test('it is taken, answered and found helpful, and the asker is told each time', async () => {
    const { asker, ola, card } = await asked();
    expect(titles(card)).toEqual(['Jeg tar det', 'Svar', 'Lukk']);
    const taken = await ola.on(card, 'Jeg tar det');
    expect(plainOf(taken)).toContain('tatt av Ola Ekspert');
    expect(plainOf(await asker.gets('har tatt spørsmålet ditt'))).toContain('Ola Ekspert');

    const form = await ola.on(taken, 'Svar');
    expect(plainOf(form)).toContain('Svaret går til Kari Spør');
    const answered = await ola.on(form, 'Send svaret', {
      'in-answer': 'Ved *inngang* B.\n\nSpør vakten.',
      'in-link': 'lovdata.no/lov',
    });
    expect(plainOf(answered)).toContain('besvart av Ola Ekspert');
    const told = await asker.gets('har svart på spørsmålet ditt');
    expect(plainOf(told)).toContain('Ved *inngang* B.\nSpør vakten.');
    expect(JSON.stringify(told)).toContain('(https://lovdata.no/lov)');
    expect(plainOf(told)).toContain('Du får dette fordi');

    expect(plainOf(await asker.on(told, 'Dette svarte på spørsmålet'))).toContain('Så bra');
    await ola.gets('sier at dette svarte på spørsmålet');
    // Pressed once more it says how things stand.
    expect(plainOf(await asker.on(told, 'Dette svarte på spørsmålet'))).toContain('har fått en ny status');
  });

  test('“ikke ennå” opens it again with what is missing', async () => {
    const { asker, ola, card } = await asked();
    await ola.on(await ola.on(card, 'Svar'), 'Send svaret', { 'in-answer': 'Ute.' });
    const told = await asker.gets('har svart på spørsmålet ditt');
    const stopped = await asker.on(told, 'Ikke ennå', { 'in-more': 'Ring meg på 41234567' });
    expect(plainOf(stopped)).toContain('et telefonnummer');
    expect(filledIn(stopped, 'in-more')).toBe('Ring meg på 41234567');
    const open = await asker.on(told, 'Ikke ennå', { 'in-more': 'Hvor ute?' });
    expect(plainOf(open)).toContain('Spørsmålet er åpnet igjen');
    const back = await ola.gets('Hvor ute?');
    expect(plainOf(back)).toContain('Svaret som ble gitt');
    expect(titles(back)).toEqual(['Jeg tar det', 'Svar', 'Lukk']);
  });

  test('it is closed with a reason, and opened again', async () => {
    const { asker, ola, card } = await asked();
    const form = await ola.on(card, 'Lukk');
    expect(plainOf(await ola.on(form, 'Lukk spørsmålet'))).toContain('Skriv kort hvorfor');
    const closed = await ola.on(form, 'Lukk spørsmålet', { 'in-reason': 'Hører til hos teknisk.' });
    expect(plainOf(await asker.gets('har lukket spørsmålet ditt'))).toContain('Hører til hos teknisk.');
    await ola.on(closed, 'Åpne igjen');
    await asker.gets('Spørsmålet ditt er åpnet igjen');
  });

  test.each([
    [{ 'in-answer': '' }, 'Skriv svaret først.'],
    [
      { 'in-answer': 'Se her', 'in-link': 'javascript:alert(1)' },
      'Lenken må være en adresse til en nettside',
    ],
    [{ 'in-answer': 'Ring 22 34 56 78' }, 'et telefonnummer'],
    [{ 'in-answer': 'y'.repeat(4_001) }, 'høyst 4000 tegn'],
  ])('an answer that cannot be sent stands there with the reason', async (filled, why) => {
    const { ola, card } = await asked();
    const again = await ola.on(await ola.on(card, 'Svar'), 'Send svaret', filled);
    expect(plainOf(again)).toContain(why);
    expect(filledIn(again, 'in-answer')).toBe(filled['in-answer']);
  });

  test('two who take it at once: one has it, the other is told who', async () => {
    const { card, expert } = await asked();
    const [a, b] = [expert('Ola'), expert('Per')];
    const both = await Promise.all([a.on(card, 'Jeg tar det'), b.on(card, 'Jeg tar det')]);
    const said = both.map(plainOf);
    expect(said.filter((text) => text.includes('Du har tatt spørsmålet'))).toHaveLength(1);
    expect(said.filter((text) => /(Ola|Per) Ekspert tok spørsmålet rett før deg/.test(text))).toHaveLength(1);
  });

  test('two who answer at once: the second loses nothing of what was written', async () => {
    const { asker, card, expert } = await asked();
    const [a, b] = [expert('Ola'), expert('Per')];
    const [formA, formB] = [await a.on(card, 'Svar'), await b.on(card, 'Svar')];
    await a.on(formA, 'Send svaret', { 'in-answer': 'Svaret fra Ola' });
    const late = plainOf(await b.on(formB, 'Send svaret', { 'in-answer': 'Det Per skrev' }));
    expect(late).toContain('Ola Ekspert har allerede svart.');
    expect(late).toContain('Det Per skrev');
    expect(plainOf(await asker.gets('har svart på spørsmålet ditt'))).toContain('Svaret fra Ola');
  });

  test('someone elsewhere cannot, and nobody but the asker can say that it helped', async () => {
    const { town, card, ola, asker } = await asked();
    const stranger = town.person('ukjent', 'Ukjent', 'kantina');
    expect(plainOf(await stranger.on(card, 'Jeg tar det'))).toContain('hører til en annen kanal');
    const other = municipality(running).person('ukjent', 'Ukjent');
    expect(plainOf(await other.on(card, 'Jeg tar det'))).toContain('ikke her lenger');
    await ola.on(await ola.on(card, 'Svar'), 'Send svaret', { 'in-answer': 'Ute.' });
    const told = await asker.gets('har svart på spørsmålet ditt');
    expect(plainOf(await stranger.on(told, 'Dette svarte på spørsmålet'))).toContain('for den som spurte');
  });

  test('an admin who answers from elsewhere is not shown who asked', async () => {
    const { town, ola, asker, card } = await asked();
    const { id } = titled(card, 'Svar') as { id: string };
    const step = (what: string, filled = {}) =>
      town.admin.press({ do: `handoff.${what}`, lang: 'nb', id }, filled).then(plainOf);
    expect(await step('look')).not.toContain('Kari Spør');
    expect(await step('take')).not.toContain('Kari Spør');
    expect(await step('answer')).toContain('Svaret går til den som spurte');
    expect(await step('answer', { sure: true, 'in-answer': 'Bak rådhuset.' })).not.toContain('Kari Spør');
    expect(await step('take')).not.toContain('Kari Spør');
    expect(plainOf(await ola.gets('besvart av Anne Leder'))).toContain('Kari Spør');
    await asker.gets('Anne Leder har svart');
  });

  test('in a dialog, where there are dialogs', async () => {
    const { ola, card } = await asked();
    const fetched = await ola.dialog(titled(card, 'Svar'));
    expect(fetched.task).toMatchObject({ type: 'continue', value: { title: 'Svar på spørsmålet' } });
    const send = { ...titled(card, 'Svar'), sure: true, 'in-answer': 'Ute.' };
    const { task } = await ola.dialog(send, 'task/submit');
    expect(JSON.stringify(task)).toContain('Svaret er sendt til den som spurte.');
  });

  test('a year later the card says that the question is gone', async () => {
    const { ola, card, asker } = await asked();
    await ola.on(await ola.on(card, 'Svar'), 'Send svaret', { 'in-answer': 'Ute.' });
    const told = await asker.gets('har svart på spørsmålet ditt');
    const before = running.clock.now;
    onTestFinished(() => {
      running.clock.now = before;
    });
    running.clock.now = new Date(before.getTime() + 365 * 86_400_000);
    // Old rows are deleted when Samvit starts.
    running.samvit.start();
    await vi.waitFor(async () =>
      expect(plainOf(await ola.on(card, 'Jeg tar det'))).toContain('ikke her lenger'),
    );
    expect(plainOf(await asker.on(told, 'Ikke ennå'))).toContain('ikke her lenger');
  });
});

describe('a thumb down', () => {
  test('offers people on the topic of the answer, in a chat of one', async () => {
    const town = municipality(running);
    const kari = town.person('kari', 'Kari');
    await kari.say('Når må vi gjøre en DPIA?');
    expect(await kari.dislike()).toEqual({});
    await town.choose('personvern', 'spørsmål om personvern');
    await kari.say('Når må vi gjøre en DPIA?');
    const offer = await kari.dislike();
    expect(plainOf(offer)).toContain('Ble du ikke hjulpet?');
    const form = await kari.on(offer, ASK);
    expect(filledIn(form, 'in-question')).toBe('');
    await kari.on(form, 'Send spørsmålet', { 'in-question': 'Gjelder det også kameraet?' });
    await town.person('ola', 'Ola', 'personvern').gets('Gjelder det også kameraet?');

    const there = town.person('per', 'Per', 'kantina');
    await there.say('Når må vi gjøre en DPIA?');
    expect(await there.dislike()).toEqual({});
  });
});

describe('in a channel', () => {
  test('whoever presses asks, the others keep their card, and the answer comes there', async () => {
    const { town, expert } = await sent();
    const liv = town.person('liv', 'Liv Spør', 'kantina');
    const before = town.to(liv.conversation).length;
    const form = await liv.on(await liv.say(QUESTION), ASK);
    expect(plainOf(form)).toContain('Ellers kommer det hit');
    const receipt = await liv.on(form, 'Send spørsmålet', { 'in-question': QUESTION });
    expect(plainOf(receipt)).toContain('Jeg sier fra her');
    // Only what was said stands there for everyone: neither form nor receipt.
    expect(town.to(liv.conversation).slice(before)).toHaveLength(1);
    const ola = expert('Ola');
    await ola.on(await ola.gets('Liv Spør'), 'Jeg tar det');
    await liv.gets('Ola Ekspert har tatt spørsmålet ditt');
  });
});

describe('editors', () => {
  async function answered() {
    const made = await asked();
    const { ola, card, town } = made;
    const done = await ola.on(await ola.on(card, 'Svar'), 'Send svaret', { 'in-answer': 'Bak rådhuset.' });
    const anne = town.person(ADMIN, 'Anne', 'innkjop');
    return { ...made, done, anne };
  }

  test('make an article draft of an answer; others are told whose it is', async () => {
    const { ola, done, anne } = await answered();
    expect(plainOf(await ola.on(done, 'Lag artikkelutkast'))).toContain('redaktør');
    const draft = await anne.on(done, 'Lag artikkelutkast');
    const text = String(filledIn(draft, 'in-draft'));
    expect(text).toContain('topic: anskaffelser\n');
    expect(text).toContain(`- "${QUESTION}"`);
    expect(text).toContain(`\n? ${QUESTION}\n`);
    expect(text).toContain('\nBak rådhuset.\n\nFYLL UT: Skriv svaret');
    expect(plainOf(draft)).toContain('articles/hvor-parkerer-jeg-elsparkesykkelen-ved-radhuset.md');
    expect(plainOf(draft)).toContain('Ingenting er lagret.');
  });

  test('open the sharing of an experience filled in with question and answer', async () => {
    const { ola, done, anne } = await answered();
    expect(plainOf(await ola.on(done, 'Del som erfaring'))).toContain('redaktør');
    const shared = await anne.on(done, 'Del som erfaring');
    expect(filledIn(shared, 'in-title')).toBe(QUESTION.replace('?', ''));
    const about = { 'in-kind': 'experience', 'in-title': QUESTION, 'in-problem': 'Plass. '.repeat(20) };
    expect(JSON.stringify(await anne.on(shared, 'Neste', about))).toContain('Bak rådhuset.');
  });

  test('see what was not answered by topic, without who asked', async () => {
    const { town, asker } = await answered();
    expect(await asker.hear('Hva fikk vi ikke svar på?')).toContain('redaktør');
    const there = town.person(ADMIN, 'Anne', 'kantina');
    expect(await there.hear('Hva fikk vi ikke svar på?')).toContain('bare i vår egen chat');
    await asker.say('Når må vi gjøre en DPIA?');
    await asker.dislike();
    const gaps = await town.admin.say('Hva fikk vi ikke svar på?');
    expect(plainOf(gaps)).toMatch(/\*\*Personvern:\*\* én tommel ned/);
    expect(plainOf(gaps)).toMatch(/ett uten svar/);
    expect(plainOf(gaps)).toContain(QUESTION);
    expect(JSON.stringify(gaps)).not.toContain('Kari');
    const link = /\((http[^)]+\/d\/[^)]+)\)/.exec(plainOf(gaps))?.[1] ?? '';
    const file = await fetch(link);
    expect(file.headers.get('content-type')).toContain('text/csv');
    const csv = await file.text();
    expect(csv).toMatch(/Tema;Svar;Uten svar;Tommel ned\r\n/);
    expect(csv).toMatch(/\r\nPersonvern;;0;1\r\n/);
    expect(csv).not.toContain('elsparkesykkel');
    const look = await town.admin.on(gaps, QUESTION);
    expect(plainOf(look)).toContain('Bak rådhuset.');
    expect(plainOf(look)).not.toContain('Kari');
    const other = municipality(running);
    expect(plainOf(await other.admin.say('Hva fikk vi ikke svar på?'))).toContain('Ingenting å vise');
  });

  test('see what waits', async () => {
    const { town, ola, card } = await asked();
    await ola.on(card, 'Jeg tar det');
    const waiting = await town.admin.say('Hvilke spørsmål venter på svar?');
    expect(plainOf(waiting)).toContain('Spørsmålet er tatt · sendt 21. november 2026');
    await ola.say('slutt å bruke denne kanalen');
    await town.person(ADMIN, 'Anne', 'innkjop').hear('slutt å bruke denne kanalen');
    expect(plainOf(await town.admin.say('Hvilke spørsmål venter på svar?'))).toContain(
      'Ingen kanal er valgt',
    );
  });
});

describe('what someone wants gone', () => {
  test('is withdrawn after being asked once more', async () => {
    const { asker, receipt, ola } = await asked();
    const sure = await asker.on(receipt, 'Trekk spørsmålet');
    expect(plainOf(await asker.on(sure, 'Nei, la det stå'))).toContain('Spørsmålet er sendt');
    expect(plainOf(await asker.on(sure, 'Trekk spørsmålet'))).toContain('Spørsmålet er trukket');
    await ola.gets('har trukket spørsmålet');
    expect(plainOf(await asker.on(sure, 'Trekk spørsmålet'))).toContain('ikke her lenger');
  });

  test.each(['slett mine data', 'uninstall'])('goes by “%s” too', async (how) => {
    const { asker, ola, town } = await asked();
    if (how === 'uninstall') await asker.happens({ type: 'installationUpdate', action: 'remove' });
    else await asker.hear(how);
    const card = await ola.gets('har trukket spørsmålet');
    expect(plainOf(card)).not.toContain('Kari');
    expect(plainOf(await town.admin.say('hva fikk vi ikke svar på'))).not.toContain(QUESTION);
  });

  test('in a channel that is deleted nothing more is sent, and the question is listed', async () => {
    const { town, ola, asker, card } = await asked();
    await ola.happens({
      type: 'conversationUpdate',
      channelData: {
        eventType: 'channelDeleted',
        channel: { id: ola.conversation, name: 'innkjop' },
        team: { id: town.team },
        tenant: { id: town.tenantId },
      },
    });
    const before = town.to(ola.conversation).length;
    expect(titles(await asker.say(QUESTION))).not.toContain(ASK);
    const admin = town.person(ADMIN, 'Anne');
    await admin.on(card, 'Jeg tar det');
    await asker.gets('har tatt spørsmålet ditt');
    expect(town.to(ola.conversation)).toHaveLength(before);
    expect(plainOf(await town.admin.say('hvilke spørsmål venter'))).toContain('Ingen kanal er valgt');
  });
});
