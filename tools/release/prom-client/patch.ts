import {replaceModule} from '../define-patch.js';

/**
Replaces `prom-client` by the few of its modules that `ryzetop serve` uses.

Why: its index loads the cluster, the push gateway, summaries and the default metrics, and with them OpenTelemetry's interface: 200 kB in
the package that nothing uses.

Rests on: the places of these modules inside prom-client. Can go when prom-client has an entry for each, or its index can be shaken.
*/
export const promClient = replaceModule({
	name: 'prom-client',
	restsOn: ['prom-client'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^prom-client$/,
	by: new URL('prom-client.js', import.meta.url),
});
