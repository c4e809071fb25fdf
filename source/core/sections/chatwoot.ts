import {standingOf} from '../instance/integration.js';
import {blockViews, type Section} from './section.js';

export const chatwoot: Section = {
	title: 'Chatwoot',
	standing: ({tracked, facts}) => standingOf(tracked.instance, 'chatwoot', facts.odd),
	fields: ({tracked}) => blockViews('chatwoot', tracked.instance.chatwoot, {
		enabled: {label: 'Enabled', meaning: 'off can also mean that the server has no Chatwoot module'},
		status: {label: 'Status', meaning: 'active, paused or error'},
		bridgeIntegrationId: {label: 'Bridge ID'},
		baseUrl: {label: 'Base URL'},
		accountId: {label: 'Account ID'},
		inboxName: {label: 'Inbox'},
		apiToken: {label: 'API token'},
		signMessages: {label: 'Sign messages', meaning: 'puts the agent\'s name on messages'},
		ignoreGroups: {label: 'Ignore groups'},
		startAsPending: {label: 'Start as pending', meaning: 'new conversations wait as pending'},
		reopenResolved: {label: 'Reopen resolved', meaning: 'a new message reopens a resolved conversation'},
	}),
};
