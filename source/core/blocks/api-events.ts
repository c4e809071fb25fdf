/** All events of the API; an empty list in the answer stands for all of them. */
const allEvents = ['message.exchange', 'message.status', 'call.update', 'group.flow', 'instance.state', 'label.update'];

/** Meaning of the field `events`, for the blocks that have it. */
export const eventsMeaning = `empty means all six: ${allEvents.join(', ')}`;
