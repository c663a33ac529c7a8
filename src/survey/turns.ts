import type { Desk } from '../desk.ts';
import { asMessage, inPlace, type Screen } from '../form-card.ts';
import type { Reply } from '../messages.ts';
import { may } from '../people/rules.ts';
import { textsIn } from '../texts/texts.ts';
import { type SurveyAction, surveyActionSchema } from './actions.ts';
import { readSurveyCommand, type SurveyCommand } from './commands.ts';
import type { SurveyDeskDeps } from './desk-deps.ts';
import { discard, manage, refusedCard, send, showMine, showResults, showStatus } from './leading.ts';
import type { Round } from './model.ts';
import { lookCard } from './preview-card.ts';
import { respond } from './respond.ts';
import type { Outcome } from './survey.ts';
import { editGroups, editQuestion, type Here, showStep, takeStep } from './wizard.ts';
import { startCard } from './wizard-card.ts';

/** Surveys in chat: which press goes where. Every screen takes the place of the one before. */
export function createSurveyDesk(deps: SurveyDeskDeps): Desk {
  const { surveys, who, refuse, languageFor, fill, templates } = deps;

  async function onCommand(here: Here, command: SurveyCommand): Promise<Reply> {
    const { lang } = here;
    const t = textsIn(lang).survey;
    if (command === 'new' || command === 'mine') {
      if (!may(here.who, 'survey.send')) return say(await refuse(here.who, 'survey.send', lang));
      return asMessage(
        command === 'new' ? startCard(templates(), lang, fill) : await showMine(deps, here, 0),
      );
    }
    if (!may(here.who, 'benchmark.choose')) return say(await refuse(here.who, 'benchmark.choose', lang));
    const outcome = await surveys.compare(here.who, command === 'compare');
    if (outcome.kind === 'refused') return say(t.refusal[outcome.why]);
    return say(command === 'compare' ? t.compare.on : t.compare.off);
  }

  async function screenFor(here: Here, action: SurveyAction): Promise<Screen> {
    const { lang } = here;
    switch (action.do) {
      case 'survey.answer':
      case 'survey.page':
      case 'survey.submit':
        return respond(deps, here.who, action, lang);
      case 'survey.results':
        return showResults(deps, here, action);
      case 'survey.new':
        return may(here.who, 'survey.send')
          ? startCard(templates(), lang, fill)
          : refusedCard(deps, 'not-leader', lang);
      case 'survey.mine':
        return showMine(deps, here, action.from);
      case 'survey.start':
        return begin(here, surveys.create(here.who, action.template ? { template: action.template } : null));
      case 'survey.copy':
        return begin(here, surveys.create(here.who, { round: action.round }));
    }
    const found = await surveys.get(here.who, action.round);
    if (found.kind === 'refused') return refusedCard(deps, found.why, lang);
    const round = found.value;
    switch (action.do) {
      case 'survey.step':
        return takeStep(deps, here, round, action);
      case 'survey.question':
        return editQuestion(deps, here, round, action);
      case 'survey.groups':
        return editGroups(deps, here, round, action);
      case 'survey.look':
        return lookCard(round, action.page, lang, fill);
      case 'survey.send':
        return send(deps, here, round);
      case 'survey.discard':
        return discard(deps, here, round, action.sure);
      case 'survey.status':
        return showStatus(deps, here, round);
      case 'survey.manage':
        return manage(deps, here, round, action);
    }
  }

  /** A new draft, at its first step. */
  async function begin(here: Here, creating: Promise<Outcome<Round>>): Promise<Screen> {
    const made = await creating;
    return made.kind === 'ok'
      ? showStep(deps, here, made.value, 'about')
      : refusedCard(deps, made.why, here.lang);
  }

  return {
    async said({ from, text }) {
      const command = readSurveyCommand(text);
      if (!command) return undefined;
      const lang = await languageFor(from, text);
      return [await onCommand({ who: await who(from), from, lang }, command)];
    },
    async pressed(from, data) {
      const { data: action } = surveyActionSchema.safeParse(data);
      if (!action) return undefined;
      // A leader's card has a language; those who are asked each have their own.
      const asked =
        action.do === 'survey.answer' || action.do === 'survey.page' || action.do === 'survey.submit';
      const lang = asked ? await languageFor(from) : action.lang;
      const screen = await screenFor({ who: await who(from), from, lang }, action);
      return [inPlace(from, screen)];
    },
    async forget(from) {
      const { person } = await who(from);
      await surveys.forget(person);
    },
  };
}

const say = (text: string): Reply => ({ kind: 'text', text });
