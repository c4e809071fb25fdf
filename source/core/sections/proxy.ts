import {standingOf} from '../instance/integration.js';
import {blockViews, type Section} from './section.js';

/** Proxy of the instance alone. The API does not show a global proxy of the deployment. */
export const proxy: Section = {
	title: 'Proxy',
	standing: ({tracked, facts}) => standingOf(tracked.instance, 'proxy', facts.odd),
	fields: ({tracked}) => blockViews('proxy', tracked.instance.proxy, {
		enabled: {label: 'Enabled', meaning: 'the instance\'s own; a change waits for a reconnect'},
		host: {label: 'Host'},
		port: {label: 'Port'},
		protocol: {label: 'Protocol', meaning: 'HTTP, HTTPS or SOCKS5'},
		username: {label: 'User name'},
		password: {label: 'Password', meaning: 'the API says that it never returns it'},
	}),
};
