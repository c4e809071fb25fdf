import {describeBlock} from './descriptor.js';

/** Settings of the behaviour of the instance. Each has a column and a filter field of its name, beside its line of the detail. */
export const settings = describeBlock({
	autoRejectCalls: {kind: 'flag', label: 'Auto-reject calls', meaning: 'rejects every incoming call'},
	callRejectMessage: {kind: 'text', label: 'Reject message', meaning: 'the text sent when a call is rejected'},
	ignoreGroupMessages: {kind: 'flag', label: 'Ignore groups', meaning: 'group events are not ingested'},
	keepOnlineStatus: {kind: 'flag', label: 'Keep online', meaning: 'keeps the presence at available'},
	autoReadMessages: {kind: 'flag', label: 'Auto-read', meaning: 'marks received messages as read'},
	disableHistorySync: {kind: 'flag', label: 'No history sync', meaning: 'past messages are not synced; applies at the first connect'},
	ignoreStatus: {kind: 'flag', label: 'Ignore stories', meaning: 'status posts of contacts are ignored'},
}, {title: 'Settings'});
