import type { DeliveryTexts } from './texts.ts';

export const en: DeliveryTexts = {
  title: 'Not delivered',
  none: 'Nothing has failed. Everything that was to be sent is delivered or on its way.',
  count: (count, cause) =>
    `${count === 1 ? 'One message' : `${count} messages`} about ${cause === 'survey' ? 'a survey' : 'a shared solution'}`,
  trouble: {
    busy: () => 'Teams did not answer, even after many tries. Send a reminder or a new message later.',
    access: () =>
      'Teams did not let Samvit in. Check that the app is approved in the Teams admin centre, and that it is installed for the recipients.',
    large: () => 'The message was too large for Teams. Shorten the text, and send it again.',
    address: () =>
      'The address could not be read, probably because Samvit’s secret was changed. Ask the recipients to write to Samvit, and send again.',
    other: (reason) => `Teams refused the message. Give the code ${reason} to whoever runs Samvit.`,
  },
  kept: 'The list shows how many, never who. It is emptied when the survey is closed.',
};
