import {describeBlock} from './descriptor.js';
import {isOn, valueOf} from './field.js';

/** Statuses that the API documents. */
const statuses = ['active', 'paused', 'error'] as const;
const documented: ReadonlySet<string> = new Set(statuses);

export const chatwoot = describeBlock({
	enabled: {kind: 'flag', label: 'Enabled', meaning: 'off can also mean that the server has no Chatwoot module'},
	status: {
		kind: 'text', label: 'Status', meaning: 'active, paused or error', words: statuses,
	},
	bridgeIntegrationId: {kind: 'text', label: 'Bridge ID'},
	baseUrl: {kind: 'url', label: 'Base URL'},
	accountId: {kind: 'word-text', label: 'Account ID'},
	inboxName: {kind: 'text', label: 'Inbox'},
	apiToken: {kind: 'secret', label: 'API token'},
	signMessages: {kind: 'flag', label: 'Sign messages', meaning: 'puts the agent\'s name on messages'},
	ignoreGroups: {kind: 'flag', label: 'Ignore groups'},
	startAsPending: {kind: 'flag', label: 'Start as pending', meaning: 'new conversations wait as pending'},
	reopenResolved: {kind: 'flag', label: 'Reopen resolved', meaning: 'a new message reopens a resolved conversation'},
}, {
	title: 'Chatwoot',
	letter: 'C',
	column: 'inboxName',
	oddities: [
		{
			id: 'chatwoot-error',
			words: 'Chatwoot reports an error',
			field: 'status',
			holds: ({status}) => valueOf(status) === 'error',
		},
		{
			id: 'chatwoot-paused',
			words: 'Chatwoot is paused',
			field: 'status',
			holds: ({status}) => valueOf(status) === 'paused',
		},
		{
			id: 'chatwoot-unknown',
			words: 'a Chatwoot status the API does not document',
			field: 'status',
			holds(fields) {
				const word = isOn(fields.enabled) ? valueOf(fields.status) ?? '' : '';
				return word !== '' && !documented.has(word);
			},
		},
	],
});
