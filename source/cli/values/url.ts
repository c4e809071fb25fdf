import {isLoopback} from '../../core/text/loopback.js';
import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';

/** Path of the list, which users copy together with the address. */
const listPath = '/api/instance/list';

/**
A text that is no valid address may still hold a password: before an `@`, in a query, or after a colon
that neither slashes nor a port follow.
*/
const mayHoldSecret = /[#%?@\\]|:(?!\/\/|\d{1,5}(?:\/|$))/v;

const example = 'such as https://ryzeapi.cloud';

/**
Parses the address of a deployment. The value has no slash at its end, so that a path can be added.

The parts that an address must not have (a user name, a password, a query) may be secrets, so their problems do not repeat the text.
*/
export function parseUrl(text: string): Parsed<string> {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
	if (!url || !isWeb) {
		const shown = mayHoldSecret.test(text) ? 'This' : quote(text);
		return refuse(`${shown} is no http or https address. Give it whole, ${example}.`);
	}

	if (url.username !== '' || url.password !== '') {
		return refuse('The address must not hold a user name or a password. '
			+ 'The API takes a token: put it into RYZE_TOKEN and leave out what stands before the @.');
	}

	if (/[#?]/v.test(url.href)) {
		return refuse(`The address must end before any ? or #. Give only where the deployment is, ${example}.`);
	}

	const path = dropSlashes(url.pathname);
	return path.endsWith(listPath)
		? refuse(`Leave out ${listPath}: ryzetop adds it. Give only where the deployment is, ${example}.`)
		: accept(url.origin + path);
}

function dropSlashes(path: string): string {
	let end = path.length;
	while (path[end - 1] === '/') {
		end -= 1;
	}

	return path.slice(0, end);
}

/** Whether a token can be read on its way to this address, which is so for plain HTTP to another machine. */
export function isExposed(address: string): boolean {
	const {protocol, hostname} = new URL(address);
	return protocol === 'http:' && !isLoopback(hostname);
}
