import type { ShownTexts } from './texts-shown.ts';

export const shown: ShownTexts = {
  answer: {
    asks: (name) => `${name} asks you to answer a survey`,
    until: (at) => `Answer by ${at}`,
    takes: (minutes, questions) => `Takes ${minutes} (${questions})`,
    anonymous: (name, n) =>
      `Answers are anonymous. They are stored without your name, so neither ${name} nor anyone else can see what you answered. Results are shown only for groups of at least ${n}.`,
    named: (name) =>
      `Answers are stored with your name, and ${name} can see them. You can change them until the deadline.`,
    freeText: 'Do not write anything in free text that shows who you or others are.',
    voluntary: (anonymous) =>
      anonymous
        ? 'It is voluntary. If you do not want to answer, just leave it. No one will know who has answered.'
        : 'It is voluntary. If you do not want to answer, just leave it.',
    channel: 'Press Answer. Only you see your answers.',
    start: 'Answer',
    summary: (name, title) => `${name} asks you to answer: ${title}`,
    page: (page, of) => `Page ${page} of ${of}`,
    faults: 'Something is missing on this page. The rest is saved.',
    fault: {
      required: 'This question must be answered.',
      number: 'Write a number, such as 12.',
      date: 'Choose a date.',
      'too-long': 'The text is too long. Write a shorter one.',
      'personal-data': 'The text seems to hold personal data. Write it without.',
    },
    numberHint: 'Write a number',
    pause: 'Save for later',
    paused: 'Your answers so far are saved',
    pausedBody: (at) => `Continue when it suits you, by ${at}. Only you can see what you have answered.`,
    goOn: 'Continue',
    ready: 'Ready to send?',
    readyAnonymous:
      'Once sent, your answers cannot be changed or deleted, because no one knows which are yours.',
    readyNamed: 'You can change your answers until the deadline.',
    missing: (n) =>
      n === 1
        ? 'One page has questions that must be answered.'
        : `${n} pages have questions that must be answered.`,
    toPage: (page, title) => `Page ${page}: ${title}`,
    send: 'Send the answers',
    sent: 'Thank you for your answers',
    sentAnonymous: (n) =>
      `They are stored without your name. Results are shown only for groups of at least ${n}.`,
    sentNamed: (at) => `They are stored with your name. You can change them until ${at}.`,
    change: 'Change the answers',
    already: 'You have already answered',
    alreadyBody: 'Thank you. Answers are anonymous, so they cannot be brought back.',
    late: 'The deadline has passed',
    lateBody: (title) => `“${title}” can no longer be answered. Thank you for wanting to take part.`,
    notOpen: 'It has not opened yet',
    notOpenBody: (at) => `You can answer from ${at}.`,
    notAsked: 'This one is not for you',
    notAskedBody:
      'You are not among those asked this time. If you think that is wrong, ask the person who sent it.',
    withdrawn: 'The survey is withdrawn',
    withdrawnBody: 'There is nothing you need to do. Answers that were given are deleted.',
    gone: 'The survey is no longer here',
    goneBody: 'There is nothing you need to do.',
  },

  results: {
    kicker: 'Results',
    rate: (answered, invited) =>
      `${answered} of ${invited} answered (${invited > 0 ? Math.round((100 * answered) / invited) : 0} per cent).`,
    rateChannel: (answered) => `${answered} answered.`,
    closed: (at) => `Closed ${at}.`,
    tooFew: (n) => `Fewer than ${n} answered. So no results are shown, and no one can be recognised.`,
    scores: 'Score for each theme',
    scoresLead: 'From 1 (low) to 5 (high).',
    dimension: 'Theme',
    score: 'Score',
    change: 'Change',
    others: 'Others',
    changeOthers: 'Change / others',
    changeNote: 'Change is since the last round.',
    othersNote: (n, lower, upper) =>
      `Others is the median of ${n} other municipalities. Half of them are between ${lower} and ${upper} on the weakest theme.`,
    nothing: 'There is nothing that can be shown here. There may be too few answers.',
    about: 'About the figures',
    answers: 'Answers',
    numberOf: (n, of) => `${n} of ${of}`,
    few: 'Too few',
    weakest: (title) => `Start here: ${title}`,
    see: 'See more',
    read: 'This may help',
    heldBack: (n) =>
      n === 1
        ? 'One group is not shown, because too few answered in it or because it could be worked out.'
        : `${n} groups are not shown, because too few answered in them or because they could be worked out.`,
    groups: 'Groups',
    groupsLead: (n) => `Only groups where at least ${n} answered are shown.`,
    group: 'Group',
    distribution: (title) => `Distribution: ${title}`,
    chart: 'Distribution of answers',
    noChart: 'The chart cannot be shown here. The figures are in the table.',
    option: 'Answer',
    count: 'Count',
    other: 'Other answers',
    texts: 'Free text',
    textsLead: 'In random order.',
    noTexts: (n) => `Free text is shown only when at least ${n} have answered.`,
    more: (n) => `Show more (${n} left)`,
    named: 'Who answered what is in the spreadsheet.',
    overview: 'Overview',
    report: 'Report',
    csv: 'CSV',
    xlsx: 'Excel',
    links:
      'The links work for a while and give access to whoever has them. Share them only with those who should see the results.',
    summary: (title) => `Results: ${title}`,
  },

  notice: {
    reminder: 'A small reminder',
    reminderBody: (at) => `The survey is open until ${at}. If it does not suit you, just leave it.`,
    results: 'The results are ready',
    resultsBody: (title) => `“${title}” is closed, and you can see what came out of it.`,
    next: (title) => `A new round of “${title}” is coming`,
    nextBody: (at) =>
      `It is scheduled for ${at}, with the same questions and recipients. Look it over, change it or discard it before it is sent.`,
    notOpened: (title) => `“${title}” was not sent`,
    notOpenedBody: 'It is kept as a draft. Mend what is missing, and send it again.',
    why: 'You get this message because you are among those asked.',
    see: 'Look over the new round',
  },

  compare: {
    on: 'The municipality now takes part in the comparison. Only scores for the whole municipality count, without its name, and only when at least five others take part. Write “do not compare us” to leave.',
    off: 'The municipality does not take part in the comparison. Write “compare us with others” to join again.',
  },
};
