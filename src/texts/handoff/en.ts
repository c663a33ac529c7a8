import { joinedBy } from '../words.ts';
import type { HandoffTexts } from './texts.ts';

export const en: HandoffTexts = {
  help: 'You can see what is missing in the knowledge base. Write “what did we not get an answer to”.',
  offer: {
    label: 'Ask the experts',
    text: 'Experts in the municipality can answer. You see the text and who can read it before anything is sent.',
    hint: 'You can also ask experts in the municipality. Choose “Ask the experts” at the bottom.',
  },
  disliked: {
    title: 'Was that no help?',
    body: (topic) => `Thank you for saying so. You can ask experts in the municipality who answer ${topic}.`,
    note: 'You get this because you gave an answer a thumb down. If you do not want to ask, you need not do anything.',
  },
  about: {
    anskaffelser: 'questions on procurement',
    personvern: 'questions on privacy',
    samarbeid: 'questions on cooperation',
    digitalisering: 'questions on digitalisation',
  },
  channel: (name) => (name ? `the channel “${name}”` : 'the experts’ channel'),
  someone: 'A colleague',

  ask: {
    kicker: 'The experts',
    title: 'Ask the experts',
    lead: 'Write the question as you want them to read it. Nothing is sent yet.',
    readBy: (channel) =>
      `The question is posted in ${channel}. Everyone who is a member there can read it and answer it.`,
    pick: 'Choose what it is about. The question is then posted in the channel that answers it, and everyone who is a member there can read it.',
    topic: 'What is the question about?',
    question: 'The question',
    hint: 'What would you like to know?',
    help: 'Please do not write anything about people.',
    name: 'Should they see who asks?',
    named: 'Yes, show my name, so that they can ask me if something is unclear',
    nameless: 'No, send without a name',
    own: 'The answer comes to you in our own chat.',
    here: 'The answer comes to you in our own chat if you have me there. Otherwise it comes here, where others can read it.',
    kept: 'The question is kept locked, and deleted 30 days after it is answered or closed. You can withdraw it at any time.',
    send: 'Send the question',
    no: 'No, thank you',
    declined: 'Nothing has been sent.',
    empty: 'Write the question first.',
    noTopic: 'Choose what the question is about, so that it reaches those who can answer.',
    long: (max) => `That is a bit long. Shorten the question to at most ${max} characters.`,
    none: 'The municipality has no channel for such questions just now. An administrator can choose one.',
    many: (most) =>
      `You have ${most} questions that wait for an answer. Wait until one of them is answered, or withdraw one of them first.`,
    old: 'This form is old, and others may have come to read. Look over the text and send again.',
  },
  sent: {
    title: 'The question is sent',
    body: (channel) => `It is now in ${channel}.`,
    own: 'I will tell you in our own chat when someone takes it, and when they answer.',
    here: 'I will tell you here when someone takes it, and when they answer.',
    nowhere: 'Write me a message in our own chat, and I can tell you there when someone answers.',
    withdraw: 'Withdraw the question',
    sure: 'Withdraw the question?',
    sureBody:
      'The question is then taken out of the channel and deleted here. An answer that was given is deleted too.',
    keep: 'No, leave it',
    withdrawn: 'The question is withdrawn',
    withdrawnBody: 'It is taken out of the channel and deleted here.',
  },

  card: {
    kicker: (topic) => `The experts · ${topic}`,
    again: 'This question is still waiting',
    title: {
      open: 'New question',
      taken: 'The question is taken',
      answered: 'The question is answered',
      closed: 'The question is closed',
      withdrawn: 'The question is withdrawn',
    },
    from: 'From',
    nameless: 'a colleague who did not show their name',
    sent: 'Sent',
    state: 'Status',
    status: {
      open: 'waiting for someone to take it',
      taken: (by) => `taken by ${by}`,
      answered: (by) => `answered by ${by}`,
      closed: (by) => `closed by ${by}`,
    },
    helped: 'The person who asked says that this answered the question.',
    more: 'The person who asked adds',
    answer: 'Answer',
    before: 'The answer that was given',
    reason: 'Why it is closed',
    link: 'Link',
    withdrawnBody: 'The person who asked has withdrawn the question. It needs no answer.',
    take: 'I will take it',
    reply: 'Answer',
    close: 'Close',
    reopen: 'Open again',
    putBack: 'Put it back',
    draft: 'Make an article draft',
    share: 'Share as experience',
    why: (topic) =>
      `You get this because an administrator has chosen this channel for ${topic}. An administrator can write “@Samvit stop using this channel” to stop it.`,
  },
  answerForm: {
    title: 'Answer the question',
    lead: (asker) =>
      asker
        ? `The answer goes to ${asker}, and stands here in the channel.`
        : 'The answer goes to the person who asked, and stands here in the channel.',
    text: 'The answer',
    link: 'Link (optional)',
    linkHelp: 'For example to a law, guidance or a template.',
    send: 'Send the answer',
  },
  closeForm: {
    title: 'Close the question',
    lead: 'The person who asked will know why.',
    reason: 'Why is it closed?',
    hint: 'For example that it belongs somewhere else',
    send: 'Close the question',
  },
  back: 'Back',
  done: {
    taken: 'You have taken the question. The person who asked is told.',
    answered: 'The answer is sent to the person who asked.',
    closed: 'The question is closed, and the person who asked is told why.',
    reopened: 'The question is open again.',
  },
  fault: {
    answer: 'Write the answer first.',
    link: 'The link must be the address of a web page, such as https://lovdata.no.',
    reason: 'Write briefly why, so that the person who asked understands.',
    long: (max) => `That is a bit long. Shorten it to at most ${max} characters.`,
    personal: (kinds) =>
      `The text seems to contain ${joinedBy(kinds, 'and')}. It has therefore been neither sent nor kept. Take it out, and send again.`,
  },
  late: {
    taken: (by) => `${by} took the question just before you.`,
    mine: 'You have already taken the question.',
    answered: (by) => `${by} has already answered.`,
    closed: (by) => `${by} has already closed the question.`,
    open: 'The question is already open.',
  },
  written: 'This is what you wrote',
  refused: {
    gone: {
      title: 'The question is no longer here',
      body: 'It is deleted or withdrawn. Questions are deleted 30 days after they are answered or closed.',
    },
    elsewhere: {
      title: 'The question belongs to another channel',
      body: 'Those who are members of the channel where it now is can take it and answer.',
    },
    'not-asker': {
      title: 'This is for the person who asked',
      body: 'Only the person who sent the question can say whether the answer helped, or withdraw it, and only for a week after it is answered or closed. You are welcome to ask a new one.',
    },
  },

  notice: {
    taken: (by) => `${by} has taken your question`,
    takenBody: (channel) => `This was done in ${channel}. You are told when the answer comes.`,
    answered: (by) => `${by} has answered your question`,
    answeredBody: (channel) => `The answer was given in ${channel}. Did it help?`,
    closed: (by) => `${by} has closed your question`,
    closedBody: 'If you are not done with it, you can open it again.',
    reopened: 'Your question is open again',
    reopenedBody: (channel) => `It is in ${channel} once more, waiting for someone to take it.`,
    asked: 'You asked',
    reason: 'Reason',
    yes: 'This answered the question',
    notYet: 'Not yet',
    more: 'Is something missing? (optional)',
    moreHint: 'Write what you still wonder about',
    why: 'You get this because you sent a question to the experts. If you withdraw the question, you hear no more of it.',
    thanks: 'Good to hear',
    thanksBody: 'Those who answered are told that it helped.',
    again: 'The question is open again',
    againBody: (channel) => `It is in ${channel} once more. I will tell you when someone takes it.`,
    over: 'The question has a new status since this card came.',
  },

  draft: {
    title: 'Article draft',
    lead: (file) =>
      `Copy the text to ${file} in the knowledge base, and write what is marked FYLL UT. Nothing has been saved.`,
    text: 'The draft',
    share: 'Share as experience',
    noTitle: 'The question is too short to make a title of. Make the draft with npm run knowledge:new.',
    gone: 'The question has no answer to make a draft of yet.',
  },
  gaps: {
    csv: 'The numbers as a file (CSV)',
    csvName: 'Unanswered',
    columns: ['Topic', 'Answer', 'Without an answer', 'Thumbs down'],
    title: 'What we got no answer to',
    lead: (days) =>
      `The numbers are for the last ${days} days: questions I found no answer to, and answers that got a thumb down. The questions themselves are not kept.`,
    none: 'Nothing to show: all that I was asked got an answer, and nobody gave a thumb down.',
    other: 'Other',
    line: (unanswered, disliked) =>
      [
        unanswered > 0
          ? unanswered === 1
            ? 'one without an answer'
            : `${unanswered} without an answer`
          : '',
        disliked > 0 ? (disliked === 1 ? 'one thumb down' : `${disliked} thumbs down`) : '',
      ]
        .filter(Boolean)
        .join(', '),
    questions: 'Questions that were sent to experts',
    noQuestions: 'No questions were sent on to experts.',
    articles: 'Answers with most thumbs down',
    article: (title, count) => `${title} (${count})`,
    personal: 'I show this list in our own chat only. Write “what did we not get an answer to” there.',
    kept: 'Who asked is not shown here. Questions sent to experts are deleted 30 days after they are answered or closed.',
    waiting: 'See what waits for an answer',
    next: (left) => `Show more (${left} left)`,
  },
  waiting: {
    title: 'Questions that wait for an answer',
    lead: (count) =>
      count === 1
        ? 'One question waits. I bring it up in the channel every two working days, at most five times.'
        : `${count} questions wait. I bring them up in the channels every two working days, at most five times.`,
    none: 'No questions wait for an answer.',
    row: (topic, state, since, reminded) =>
      `${topic} · ${state} · sent ${since}${reminded > 0 ? ` · brought up ${reminded} times without an answer` : ''}`,
    noChannel: 'No channel is chosen for this topic.',
  },
};
