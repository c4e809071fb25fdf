import {blockViews, type Section} from './section.js';

/** Settings of the behaviour of the instance. */
export const settings: Section = {
	title: 'Settings',
	standing: ({tracked}) => tracked.instance.settings.kind === 'present' ? 'none' : 'missing',
	fields: ({tracked}) => blockViews('settings', tracked.instance.settings, {
		autoRejectCalls: {label: 'Auto-reject calls', meaning: 'rejects every incoming call'},
		callRejectMessage: {label: 'Reject message', meaning: 'the text sent when a call is rejected'},
		ignoreGroupMessages: {label: 'Ignore groups', meaning: 'group events are not ingested'},
		keepOnlineStatus: {label: 'Keep online', meaning: 'keeps the presence at available'},
		autoReadMessages: {label: 'Auto-read', meaning: 'marks received messages as read'},
		disableHistorySync: {label: 'No history sync', meaning: 'past messages are not synced; applies at the first connect'},
		ignoreStatus: {label: 'Ignore stories', meaning: 'status posts of contacts are ignored'},
	}),
};
