import { en as delivery } from './delivery/en.ts';
import { en as faults } from './faults/en.ts';
import { en as follow } from './follow/en.ts';
import { en as handoff } from './handoff/en.ts';
import { en as lists } from './lists/en.ts';
import { en as people } from './people/en.ts';
import { en as portfolio } from './portfolio/en.ts';
import { en as report } from './report/en.ts';
import { en as share } from './share/en.ts';
import { en as survey } from './survey/en.ts';
import type { Texts } from './texts.ts';
import { dateIn, joinedAtMost, joinedBy, numbered } from './words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const LANGUAGE = { nb: 'Norwegian (bokmål)', nn: 'Norwegian (nynorsk)', en: 'English' };
const date = dateIn(MONTHS, '');

export const en: Texts = {
  languageName: 'English',
  date,
  topic: {
    anskaffelser: 'Public procurement',
    personvern: 'Data protection',
    samarbeid: 'Cooperation between municipalities',
    digitalisering: 'Digitalisation',
  },
  authority: { law: 'Law and regulations', guide: 'Guidance', experience: 'Experience from municipalities' },
  origin: ({ kind, by, year }) =>
    `${{ solution: 'Solution', experience: 'Experience', need: 'Need' }[kind]} from ${joinedAtMost(by, 'and', 'others')}${year ? `, ${year}` : ''}`,
  personalData: {
    nationalId: 'a national identity number',
    account: 'a bank account number',
    phone: 'a phone number',
    email: 'an e-mail address',
  },
  answer: {
    question: 'Question',
    quoted: (language) => `Quoted in ${LANGUAGE[language]}`,
    sources: 'Sources',
    checked: (day) => `checked ${date(day)}`,
    validFrom: (day) => `In force from ${date(day)}`,
    stale: (day) =>
      `This text was last reviewed on ${date(day)}, more than a year ago. Check the source before you rely on it.`,
    readAs: (words) => `Showing the answer for ${joinedBy(words, 'and')}.`,
    more: 'More about this',
    related: 'Others also ask',
    open: (title) => `Open ${title}`,
    general:
      'This is general guidance. Ask your procurement unit or data protection officer about the case at hand.',
    summary: (title) => `Answer: ${title}`,
  },
  more: { title: (article) => `More about: ${article}` },
  list: { title: (count, of) => `${count} articles about ${of}`, next: (left) => `Show more (${left} left)` },
  lists,
  change: ({ kind, was, number, county, year, now }) => {
    const name = `${was}${county ? ` in ${county}` : ''}${number ? ` (${number})` : ''}`;
    const names = joinedBy(
      now.map((m) => m.name),
      'and',
    );
    switch (kind) {
      case 'merged':
        return `${name} is now part of ${names} (since ${year}).`;
      case 'renamed':
        return `${name} is now called ${names} (since ${year}).`;
      case 'split':
        return `${name} was divided between ${names} in ${year}.`;
      case 'renumbered':
        return `Municipality number ${was} went out of use in ${year}. It is now ${numbered(now, 'and')}.`;
    }
  },
  unsure: {
    title: 'What do you mean?',
    choose: 'More than one text may answer this. Choose the one that fits best.',
  },
  nothing: {
    title: 'I do not know',
    body: 'I find no reliable answer to this in the knowledge base, and I do not guess. Please try other words.',
    topics: 'This is what I can answer',
  },
  blocked: {
    title: 'I stopped your question',
    body: (kinds) =>
      `The text seems to contain ${kinds}. That is why I have not searched with it, stored it or logged it.`,
    again: 'Please ask again without details about people. Delete your message here in the chat too.',
  },
  guide: {
    how: 'Write “guide” to be led to an answer, one question at a time.',
    title: 'Step-by-step guides',
    choose:
      'Choose what you would like to find out. You get one question at a time and can go back. Your answers are not stored.',
    summary: (title) => `Guide: ${title}`,
    open: (title) => `Go through it step by step: ${title}`,
    back: 'Back',
    restart: 'Start again',
    ask: (whom) => `Do not decide this alone. Ask ${whom}.`,
    why: 'Why',
    answered: 'Your answers',
    read: 'Read more',
    soFar: 'So far',
    number: (max) => `Answer with a number from 1 to ${max}. 0 goes back.`,
    reviewed: (day) => `This guide was last reviewed on ${date(day)}.`,
    note: 'The result is guidance and not a decision. It rests only on what you have chosen.',
    lost: {
      title: 'This guide has changed',
      body: 'The button belonged to an earlier version, so your answers no longer fit. Please start again.',
    },
    gone: {
      title: 'This guide is no longer here',
      body: 'Perhaps one of these can help you on.',
    },
  },
  form: {
    fallback: 'Open a newer version of Teams to answer.',
    required: 'Choose one of the options.',
    text: 'Write a shorter text.',
    number: 'Write a number.',
    date: 'Choose a date.',
    time: 'Choose a time.',
  },
  delivery,
  faults,
  follow,
  handoff,
  share,
  people,
  portfolio,
  report,
  survey,
  welcome: {
    title: 'Hi, I am Samvit',
    what: 'I answer questions about public procurement, data protection and cooperation between Norwegian municipalities. The answers come from a shared knowledge base, with the paragraph of law, the source and the date it was checked.',
    who: 'I am for everyone who works in a municipality. If I do not know the answer, I say so.',
    stored:
      'I do not store your questions. Write “privacy at Samvit” to see what is stored, and “delete my data” to delete it.',
    start: 'For example, try',
    examples: [
      'What are the thresholds for municipalities?',
      'When do we need a DPIA?',
      'Can follower municipalities join the contract?',
    ],
  },
  help: {
    title: 'How to use Samvit',
    ask: 'Write your question in everyday words, in bokmål, nynorsk or English. In a channel or group, write @Samvit first.',
    follow:
      'Feel free to follow up, as in “and the time limits?”. I remember what we talked about for half an hour.',
    compose: 'You can also search from the compose box in any conversation and insert an answer there.',
    language:
      'Write “language English” if you always want answers in English. “Language automatic” makes me follow your language again.',
    privacy: 'Write “privacy at Samvit” to see what is stored about you, and “delete my data” to delete it.',
  },
  hello:
    'Hi. What would you like to know about procurement, data protection or cooperation between municipalities?',
  thanks: 'You are welcome. Ask again any time.',
  noText: 'I can only read text. Write your question, and I will see what I find.',
  emoji: 'I understand words best. What would you like to know?',
  tooLong: (max) =>
    `That was a lot of text at once. Write the question in at most ${max} characters, and I will find the answer more easily.`,
  languageSet: 'I will answer in English.',
  languageFollowed: 'I will follow the language of your questions.',
  languageUnknown:
    'I know bokmål, nynorsk and English. Write for example “language English”, or “language automatic” to follow the language of the question.',
  privacy: {
    title: 'Privacy at Samvit',
    lines: [
      'Your questions are not stored, and they are not in the log. One that gets no answer is only counted under a topic, for 90 days.',
      'If you yourself send a question to the experts, it is kept locked until 30 days after it is answered or closed. Who asked is deleted after a week.',
      'The language you chose is stored with a code that cannot be traced back to you without a separate key.',
      'Which article your last answer came from is remembered for 30 minutes, so that you can follow up.',
      'For each answer, its kind and the article it came from are stored for at most 30 days. A thumbs up or down is stored without who gave it, for at most 180 days.',
      'If you have me in your own chat, I remember where I can write to you, locked with a key. Your e-mail address is remembered only as a code.',
      'Drafts of what you want to share are stored locked for 30 days, and only you see them. What you send in is meant for all municipalities and belongs to yours. That it was you who shared it is stored only as a code.',
      'What you follow is stored with the same code until you stop it. What you have been told of is deleted after 90 days.',
      'Roles you have been given, and what leaders and administrators have done, are on the municipality’s record. The log is deleted after two years.',
      'Write “delete my data” to delete your language choice, what I remember of the conversation, and where I can write to you.',
    ],
  },
  terms: {
    title: 'Terms of use',
    lines: [
      'Samvit gives general guidance, not legal advice in a particular case. The municipality is responsible for its own decisions.',
      'Each answer shows the source it rests on and when the source was checked. Rules may have changed since.',
      'Do not write details about people in your questions.',
    ],
  },
  forgotten:
    'Your language choice, what I remembered of the conversation, questions you have sent to the experts, drafts of what you wanted to share, and where I can write to you are now deleted. Roles you have been given in the municipality and lines in the log stay: they are the municipality’s record, and an administrator can remove roles. What you have shared stays too, but not that it was you. If you write to me later, I will remember again where I can reach you.',
  feedback: {
    like: 'Thank you for the feedback.',
    dislike: 'Thank you for telling us. It helps us make the answers better.',
  },
  compose: {
    placeholder: 'Search procurement or data protection',
    none: 'No answer found. Please try other words.',
    blocked: 'The text seems to contain personal data. Please search without it.',
  },
  pressed: 'The answer is at the end of the conversation.',
  stalePress: 'This button is no longer in use. Please ask the question again.',
  notUnderstood: 'I did not understand that. Write “help” to see what I can do.',
  failed: (reference) =>
    `Sorry, something went wrong on my side. Please try again in a while. If it happens again, give the reference ${reference} to whoever runs Samvit.`,
};
