import { joinedBy } from '../words.ts';
import type { FollowTexts } from './texts.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const en: FollowTexts = {
  how: 'Write “@Samvit subscribe” in a channel or a group chat to hear of new solutions there. For yourself, write “follow Lillestrøm” or “my notices”.',
  welcome:
    'I can tell you when other municipalities share something new. Write “subscribe” in a channel, or “follow welfare technology” here.',
  everything: 'everything that is shared',
  solution: (title) => `“${title}”`,
  joined: (names) => joinedBy(names, 'and'),
  rhythm: ({ every, at, weekday, daysOff }) => {
    if (every === 'now') return 'at once';
    if (every === 'day')
      return `every day at ${at}${daysOff ? '' : ', but not on weekends and public holidays'}`;
    return `every ${WEEKDAYS[weekday - 1]} at ${at}${daysOff ? '' : ', or the next working day when that is a public holiday'}`;
  },

  form: {
    title: {
      channel: 'Subscribe in this channel',
      group: 'Subscribe in this group',
      person: 'Choose what to follow',
    },
    change: {
      channel: 'Change the subscription',
      group: 'Change the subscription',
      person: 'Change your notices',
    },
    lead: {
      channel:
        'The channel is told when someone shares a solution, an experience or a need that fits at least one of the choices below.',
      group:
        'The group is told when someone shares a solution, an experience or a need that fits at least one of the choices below.',
      person:
        'You are told when someone shares a solution, an experience or a need that fits at least one of the choices below.',
    },
    what: 'What should the notices be about?',
    everything: 'Everything that is shared',
    chosen: 'What I choose below',
    topics: 'Topics',
    tags: 'Keywords',
    tagsHelp: 'Separate several with commas, such as “welfare technology, DPIA”.',
    municipalities: 'Municipalities',
    municipalitiesHelp: 'Separate several with commas. Old names of municipalities will do too.',
    counties: 'Counties',
    countiesHelp: 'Separate several with commas.',
    every: 'When should it come?',
    now: 'At once',
    day: 'Gathered once a day',
    week: 'Gathered once a week',
    weekday: 'Weekday, if it comes once a week',
    weekdays: WEEKDAYS,
    at: 'Time, if it comes gathered',
    daysOff: 'On weekends and public holidays, if it comes gathered',
    waits: 'Wait until the next working day',
    comes: 'Send then too',
    save: 'Subscribe',
    keep: 'Save',
    cancel: 'Cancel',
  },
  fault: {
    some: 'Something must be put right before it can be saved.',
    nothing: 'Choose everything that is shared, or fill in at least one of the fields below.',
    unknown: (text, near) =>
      `I do not know “${text}”.${near.length > 0 ? ` Did you mean ${joinedBy(near, 'or')}?` : ''}`,
    several: (text, which) => `Several are called ${text}. Write ${joinedBy(which, 'or')}.`,
    time: 'Write the time as 08:00.',
    weekend: 'That day is in the weekend. Choose another weekday, or send on weekends too.',
    many: (most) => `There is room for ${most} choices. Please take some away.`,
  },
  today: (was, now) => `${was} is ${joinedBy(now, 'and')} today.`,

  shown: {
    title: { channel: 'Subscriptions in this channel', group: 'Subscriptions in this group' },
    none: { channel: 'The channel has no subscription', group: 'The group has no subscription' },
    noneBody:
      'Subscribe to topics, keywords, municipalities or counties, and hear of it here when someone shares something new.',
    follows: (names) => `Follows ${names}`,
    when: (rhythm) => `Comes ${rhythm}`,
    maker: 'Made by someone here. Everyone here can change or stop it.',
    change: 'Change',
    stop: 'Stop',
    another: 'Subscribe to more',
    make: 'Subscribe',
  },
  done: {
    made: {
      channel: 'The channel subscribes now',
      group: 'The group subscribes now',
      person: 'Your notices are saved',
    },
    changed: 'The subscription is changed',
    stopped: {
      channel: 'The subscription in the channel is stopped',
      group: 'The subscription in the group is stopped',
    },
    stoppedBody: {
      channel: 'The channel gets no more notices from it.',
      group: 'The group gets no more notices from it.',
    },
    again: 'Start it again',
    show: 'Show subscriptions',
    meanwhile: 'Someone else has changed the subscription meanwhile. Here it is as it is now.',
    gone: 'The subscription is stopped already',
    goneBody: 'Someone has stopped it. You can make a new one.',
    known: 'There was a subscription to the same already. It still holds, with the time you chose just now.',
    full: 'There is no room for more subscriptions here. Change or stop one of them.',
  },

  mine: {
    title: 'My notices',
    none: 'You do not follow anything yet. Write for instance “follow Lillestrøm” or “follow welfare technology”.',
    lead: (rhythm) =>
      `You are told of what is shared ${rhythm}. Press what you do not want to follow any more.`,
    stopRow: 'Stop following',
    followRow: 'Follow',
    rhythm: 'Change',
    more: 'Follow something',
    stopAll: 'Stop all',
    stopped: (names) => `You no longer follow ${names}.`,
    stoppedAll: 'All your notices are stopped.',
    again: 'Follow again',
    started: (names) => `You now follow ${names}`,
    already: (names) => `You already follow ${names}`,
    unreachable:
      'I cannot write to you yet. Open Samvit in a chat of your own and say hello, and the notices will come there.',
    also: 'Follow too',
    all: 'My notices',
    full: 'You follow as much as there is room for. Take something away under “My notices” first.',
    unknown: (text) => `I do not know what “${text}” is`,
    unknownBody:
      'You can follow topics, keywords, municipalities and counties, such as “follow Agder” or “follow DPIA”.',
    noSolution: 'This is no longer shared',
    noSolutionBody: 'It has been withdrawn, or goes by another name now.',
    personal: 'Write it to me in a chat of our own, so that only you see what you follow.',
  },

  notice: {
    kicker: {
      solution: { new: 'New solution shared', changed: 'A solution is changed' },
      experience: { new: 'New experience shared', changed: 'An experience is changed' },
      need: { new: 'New need shared', changed: 'A need is changed' },
    },
    why: {
      channel: (names) => `This comes because the channel follows ${names}.`,
      group: (names) => `This comes because the group follows ${names}.`,
      person: (names) => `You get this because you follow ${names}.`,
    },
    open: 'Open',
    follow: 'Follow',
    stop: 'Stop',
    withdrawn: 'Withdrawn',
    withdrawnBody: 'Those who shared this have withdrawn it. It no longer holds.',
    summary: (title) => `Shared: ${title}`,
  },
  digest: {
    title: (count) =>
      count === 1
        ? 'One piece of news from other municipalities'
        : `${count} pieces of news from other municipalities`,
    lead: 'This is new since last time.',
    changed: ', changed',
    because: (names) => `Followed: ${names}`,
    also: 'Also shared',
    more: (count) => `${count} more`,
    why: {
      channel: 'This comes because the channel subscribes. Everyone here can change or stop it.',
      group: 'This comes because the group subscribes. Everyone here can change or stop it.',
      person: 'You get this because you follow it. You can change or stop it whenever you like.',
    },
    show: 'Change',
    stop: 'Stop',
  },
  closed: {
    title: 'A subscription has ended',
    place: (home, name) => {
      if (home === 'group') return 'a group';
      return name ? `the channel “${name}”` : 'a channel';
    },
    gone: (place) => `I am no longer let into ${place}, so the subscription you made there has ended.`,
    deleted: (place) => `I see that ${place} has been deleted, so the subscription you made there has ended.`,
    stopped: (place) => `Someone has stopped the subscription you made in ${place}.`,
    followed: (names) => `It followed ${names}.`,
    how: 'If you want it somewhere else, write “@Samvit subscribe” there.',
  },
};
