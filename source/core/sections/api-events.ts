/** The API's events, which an empty list stands for. */
const allEvents = ['message.exchange', 'message.status', 'call.update', 'group.flow', 'instance.state', 'label.update'];

export const eventsMeaning = `empty means all six: ${allEvents.join(', ')}`;
