import { numbersIn } from './numbers.ts';
import type { ReportTexts } from './texts.ts';

const { number, percent, change } = numbersIn('.', ',', '%');

export const en: ReportTexts = {
  number,
  percent,
  change,
  title: (survey) => `Results: ${survey}`,
  skip: 'Skip to content',
  languages: 'Language',
  contents: 'On this page',
  notShown: 'not shown',
  brief: {
    title: 'In short',
    rate: (answered, invited, share) =>
      `${number(answered, 0)} of ${number(invited, 0)} answered. That is ${percent(share)}.`,
    answered: (count) => `${number(count, 0)} people answered.`,
    best: (dimension, score) => `${dimension} scores highest, with ${number(score, 1)} out of 5.`,
    weakest: (dimension, score) => `${dimension} scores lowest, with ${number(score, 1)} out of 5.`,
    changed: (dimension, by) => `${dimension} has changed most since last time: ${change(by)}.`,
  },
  tooFew: {
    title: 'Too few answered',
    body: (minGroup) =>
      `Fewer than ${minGroup} people answered, so the result is not shown. With so few answers, someone might guess who answered what.`,
  },
  scores: {
    title: 'Score for each area',
    intro: 'Scores go from 1 to 5. Higher is better.',
    caption: 'Score for each area, from 1 to 5',
    chart: 'Bar chart of the score for each area. The numbers are in the table below.',
    dimension: 'Area',
    score: 'Score',
    before: 'Last time',
    change: 'Change',
    theirs: 'Other municipalities',
    median: 'Other municipalities, median',
    quartiles: 'Middle half of other municipalities',
    between: (lower, upper) => `${number(lower, 1)}–${number(upper, 1)}`,
    answers: 'Answers in the score',
    others: (count) =>
      `Compared with ${number(count, 0)} other municipalities. The median is the municipality in the middle. Half of the municipalities are within “middle half”.`,
    noOthers: (min) =>
      `A comparison with other municipalities is shown when at least ${min} others have agreed to take part.`,
    firstTime: 'There is no earlier result to compare with.',
  },
  next: {
    title: 'Where to begin',
    intro: (dimension, score) =>
      `${dimension} has the lowest score (${number(score, 1)}). Acting here will probably give the most in return.`,
    advice: 'Advice',
    articles: 'Worth reading',
    solutions: 'What other municipalities have done',
    noSolutions: 'No municipality has shared anything on this yet.',
    source: 'Source',
  },
  answers: {
    intro: 'This is how people answered. Percentages are of those who answered the question.',
    caption: (page) => `Answers to “${page}”`,
    chart: (page) => `Chart of the answers to “${page}”. The numbers are in the table below.`,
    statement: 'Statement',
    answer: 'Answer',
    count: 'Number',
    share: 'Share',
    dontKnow: 'Don’t know',
    notAnswered: 'Not answered',
    reversed: 'Here it is best to disagree. The answers are turned round in the score.',
    several: 'People could choose several answers here, so the shares may add up to more than 100 percent.',
    hidden: 'The answers are not shown, because too few people answered.',
    textBelow: 'The answers are under “In their own words”.',
  },
  groups: {
    title: 'Differences between groups',
    intro: (question) => `Divided by the answers to “${question}”.`,
    caption: 'Score for each group, from 1 to 5',
    group: 'Group',
    answered: 'Number of answers',
    heldBack: (count, minGroup) =>
      count === 1
        ? `One group is not shown. Either fewer than ${minGroup} people in it answered, or it could have been worked out from the others.`
        : `${number(count, 0)} groups are not shown. Either fewer than ${minGroup} people in the group answered, or it could have been worked out from the others.`,
    none: 'No group is large enough to be shown.',
  },
  free: {
    title: 'In their own words',
    intro: 'The answers are in random order and have not been changed.',
    few: (min) => `Free text is shown when at least ${min} people have answered the survey.`,
  },
  about: {
    title: 'About the survey',
    askedBy: 'Sent by',
    municipality: 'Municipality',
    period: 'When',
    fromTo: (from, to) => `From ${from} to ${to}`,
    closed: (day) => `Closed ${day}`,
    questions: 'Number of questions',
    kind: 'Answers',
    anonymous: 'Anonymous',
    named: 'With names',
  },
  privacy: {
    title: 'How the answers are protected',
    anonymous: (minGroup, minText) => [
      'The survey is anonymous. Each answer was stored without a name and without a time.',
      'When the survey closed, the answers were turned into counts and the individual answers were deleted.',
      `Numbers are shown only for groups where at least ${minGroup} people have answered, and only when no smaller group can be worked out from them.`,
      `Free text is shown only when at least ${minText} people have answered, and in random order.`,
    ],
    named: (minGroup) => [
      'The survey was answered with names, and the card said so before people answered.',
      'This page does not show who answered what.',
      `Groups with fewer than ${minGroup} answers are not shown here.`,
    ],
  },
  method: {
    title: 'How the scores are worked out',
    lines: (minOthers) => [
      'The score for an area is the average of the answers from 1 to 5 to all statements in the area.',
      '“Don’t know” and unanswered questions are not counted.',
      'Where it is best to disagree, the answer is turned round, so that 5 is always best.',
      'Scores are shown with one decimal. The change is worked out from the numbers as shown.',
      `Other municipalities are included only when they have agreed to it, and only when there are at least ${minOthers} of them. No municipality is shown alone.`,
    ],
  },
  files: {
    title: 'Take the numbers with you',
    xlsx: 'Download as an Excel file',
    csv: 'Download as a CSV file',
  },
  footer: 'Made by Samvit.',
  expires: (day) => `The link to this page works until ${day}.`,
  file: {
    part: 'Part of the result',
    overview: 'Overview',
    questions: 'Questions',
    groups: 'Groups',
    free: 'Free text',
    content: 'Content',
    question: 'Question',
    value: 'Value',
    survey: 'Survey',
    invited: 'Invited',
    answered: 'Answered',
    rate: 'Response rate (%)',
    everyone: 'Everyone',
    lower: 'Others, lower quartile',
    upper: 'Others, upper quartile',
    municipalities: 'Number of other municipalities',
    minGroup: 'Smallest group shown',
    heldBack: 'Groups not shown',
    name: 'Name',
    named: 'Who answered what',
    text: 'Text',
  },
  gone: {
    title: 'The result no longer exists',
    body: 'The survey has been withdrawn or deleted, and so have the answers. Ask whoever sent you the link if you have questions.',
  },
  expired: {
    title: 'The link is too old',
    body: 'Links to results work only for a while. Ask whoever sent you the link for a new one. It is made in Samvit in Teams.',
  },
  wrong: {
    title: 'The link does not work',
    body: 'Perhaps part of the link was left out. Try to copy it again, or ask for a new one from whoever sent it.',
  },
};
