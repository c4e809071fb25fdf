import {describeBlock} from './descriptor.js';
import {isBlank, isOn, valueOf} from './field.js';

/** Proxy of the instance alone. The API does not show a global proxy of the deployment. */
export const proxy = describeBlock({
	enabled: {kind: 'flag', label: 'Enabled', meaning: 'the instance\'s own; a change waits for a reconnect'},
	host: {kind: 'text', label: 'Host'},
	port: {kind: 'word-text', label: 'Port'},
	protocol: {kind: 'text', label: 'Protocol', meaning: 'HTTP, HTTPS or SOCKS5'},
	username: {kind: 'text', label: 'User name'},
	password: {kind: 'secret', label: 'Password', meaning: 'the API says that it never returns it'},
}, {
	title: 'Proxy',
	letter: 'P',
	column: 'host',
	oddities: [
		{
			id: 'proxy-no-host',
			words: 'proxy is on with no host',
			field: 'host',
			holds: fields => isOn(fields.enabled) && isBlank(valueOf(fields.host)),
		},
	],
});
