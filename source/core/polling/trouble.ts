import {bounds} from '../json/bounds.js';
import {groupDigits} from '../text/group-digits.js';
import type {Trouble} from './feed.js';
import type {MalformedReason, UnreachableReason} from './outcome.js';

/** A trouble in words: `health` begins the header, `what` says what happened, `advice` what a person can do. */
export type TroubleWords = {
	readonly health: 'rate limited' | 'token refused' | 'no token' | 'unreachable' | 'no usable answer' | 'old data' | 'no answer';
	readonly what: string;
	readonly advice: string;
};

/** Advice where a person can only wait. It is true only while the program goes on polling. */
export const waitAdvice = 'it is tried again';

/** Words for the answer to a request for instances of which none exists. */
export const noSuchInstance = 'no such instance';

/**
Help on the origin of tokens, from the API's own guide to authentication. A deployment knows only its own tokens. `profile` is as
`describeTrouble` takes it.
*/
export function describeTokenOrigin(profile?: string): readonly string[] {
	return [
		'An account\'s token came with the account, an instance\'s with the instance.',
		ofProfile('Another server has other tokens: is RYZE_URL the one that gave you yours?', profile),
		'https://docs.ryzeapi.cloud/en/guide/authentication',
	];
}

/**
Names the setting of a profile in place of the variable: of several profiles each has an address of its own, and the variable is refused.
Without a profile the words stay as they are.
*/
function ofProfile(words: string, profile: string | undefined): string {
	return profile === undefined ? words : words.replace('RYZE_URL', () => `the url of ${tableOf(profile)}`);
}

/** The table of a profile in the config file. A name that is no bare key of TOML is quoted. */
function tableOf(profile: string): string {
	return `[profiles.${/^[\w\-]+$/v.test(profile) ? profile : JSON.stringify(profile)}]`;
}

/** The variables of which one names the proxy. `NO_PROXY` is no remedy where the host can be reached through the proxy alone. */
const proxyVariables = 'HTTPS_PROXY, HTTP_PROXY or ALL_PROXY';

const unreachable: Readonly<Record<UnreachableReason, readonly [what: string, advice: string]>> = {
	dns: ['the host name is not known', 'check RYZE_URL, and the DNS of this machine'],
	refused: ['the connection was refused', 'is the server running, and the port right?'],
	'no-route': ['there is no way to the host', 'check the network of this machine'],
	reset: ['the connection was cut', waitAdvice],
	closed: ['the request was given up', waitAdvice],
	tls: ['the TLS certificate or handshake failed', 'an own authority goes into NODE_EXTRA_CA_CERTS'],
	proxy: ['the proxy refused', `check ${proxyVariables}, and the password in it`],
	'proxy-unreachable': ['the proxy cannot be reached', `check ${proxyVariables}`],
	'proxy-address': ['the address of the proxy cannot be used', `give ${proxyVariables} as http://host:port`],
	'connect-timeout': ['no connection in time', 'check the network, or give a longer --timeout'],
	'headers-timeout': ['no answer in time', 'the server is slow: a longer --timeout gives it time'],
	'body-timeout': ['the answer did not arrive whole in time', 'a longer --timeout gives it time'],
	protocol: ['what answered does not speak HTTP', 'check RYZE_URL'],
	'bad-headers': ['the answer tells its length twice', 'two Content-Length headers cannot be read: the gateway that sends them has to be mended'],
	'headers-too-large': ['the headers of the answer are too large', 'look at the proxy or gateway that adds them'],
	network: ['the network failed', waitAdvice],
};

const fewerInstances = 'name fewer instances with --instance';
const mebibyte = 1024 * 1024;

const malformed: Readonly<Record<MalformedReason, readonly [what: string, advice: string]>> = {
	'not-json': ['the answer is no JSON', 'is RYZE_URL the API?'],
	html: ['a web page came instead of the list', 'is RYZE_URL the API, or a gateway in front of it in trouble?'],
	empty: ['the answer is empty', 'is RYZE_URL the API?'],
	partial: ['only a part of the list came (HTTP 206)', 'no cache or gateway on the way may cut this list'],
	'not-modified': ['no list came, only word that it has not changed (HTTP 304)', 'no cache or gateway on the way may keep this list'],
	'no-list': ['the answer has no list of instances', 'is RYZE_URL the API?'],
	'not-success': ['the API said it did not succeed', waitAdvice],
	'too-large': ['the answer is too large', fewerInstances],
	'too-many-items': [`the answer lists more than ${groupDigits(bounds.items)} instances`, fewerInstances],
	'too-many-values': ['the answer has too many fields and values', fewerInstances],
	'too-deep': [`the answer is nested more than ${groupDigits(bounds.depth)} levels deep`, 'is RYZE_URL the API?'],
	'item-too-large': [`an item of the answer is larger than ${bounds.item / mebibyte} MiB`, fewerInstances],
	encoding: ['the answer could not be decoded', waitAdvice],
};

/** Where advice is read: on the screen of a monitor, which has keys, or in the log of a service, which has none. */
export type AdvicePlace = 'screen' | 'log';

/** TABLE of the advice for a token that is refused, by where it is read: without a profile, and with the table of one. */
const tokenAdvice: Readonly<Record<AdvicePlace, readonly [alone: string, ofTable: (table: string) => string]>> = {
	screen: [
		'start again with another RYZE_TOKEN, or mend the token file and refresh',
		table => `mend the token_file or token_command of ${table}, and refresh`,
	],
	log: [
		'mend the token file, which is read again by itself, or start again with another RYZE_TOKEN',
		table => `mend the token_file or token_command of ${table}, which is read again by itself`,
	],
};

/** Whether a word is a reason why a request got no answer. */
export function isUnreachableReason(word: string): word is UnreachableReason {
	return Object.hasOwn(unreachable, word);
}

/** Whether a word is a reason why an answer cannot be used. */
export function isMalformedReason(word: string): word is MalformedReason {
	return Object.hasOwn(malformed, word);
}

/** Advice for the refusals whose status says what is wrong with the request. */
const refusedAdvice: ReadonlyMap<number, string> = new Map([
	[402, 'is the account paid for?'],
	[408, waitAdvice],
	[414, fewerInstances],
	[431, fewerInstances],
]);

/**
Describes a trouble in words that a person can act on, with the API's own message where it sent one. `profile` is the one that the account
is configured by, where that is one of several: the advice then names its table in the config file.
*/
export function describeTrouble(trouble: Trouble, profile?: string, place: AdvicePlace = 'screen'): TroubleWords {
	const words = describe(trouble, profile, place);
	return {...words, advice: ofProfile(words.advice, profile)};
}

function describe(trouble: Trouble, profile: string | undefined, place: AdvicePlace): TroubleWords {
	const message = 'message' in trouble ? trouble.message : undefined;
	const withMessage = (what: string) => message === undefined || message === '' ? what : `${what}: ${message}`;
	switch (trouble.kind) {
		case 'rate-limited': {
			return {health: 'rate limited', what: withMessage('the API asked to wait'), advice: 'a longer --interval leaves calls for others'};
		}

		case 'unauthorized': {
			if (trouble.status === 0) {
				return {
					health: 'no token',
					what: 'nothing is sent for this account',
					advice: trouble.tokenChanged ? 'one was found and is tried' : trouble.tokenProblem ?? `give ${profile === undefined ? 'its profile' : tableOf(profile)} a token_file or a token_command`,
				};
			}

			return {
				health: 'token refused',
				what: trouble.status === 403 ? withMessage('the token may not do this') : withMessage('the API does not know the token'),
				advice: trouble.tokenChanged
					? 'another one was found and is tried'
					: trouble.tokenProblem ?? (profile === undefined ? tokenAdvice[place][0] : tokenAdvice[place][1](tableOf(profile))),
			};
		}

		case 'wrong-path': {
			return {health: 'no usable answer', what: withMessage('the list was not found there'), advice: 'check RYZE_URL'};
		}

		case 'redirected': {
			return {
				health: 'no usable answer',
				what: trouble.host === undefined ? 'the server points elsewhere' : `the server points to ${trouble.host}`,
				advice: 'the token is not sent there; set RYZE_URL if that is right',
			};
		}

		case 'refused': {
			return {
				health: 'no usable answer',
				what: withMessage(`the API refused the request (HTTP ${trouble.status})`),
				advice: refusedAdvice.get(trouble.status) ?? 'check RYZE_URL and --instance',
			};
		}

		case 'server-error': {
			return {
				health: 'no usable answer',
				what: trouble.isHtml
					? `a gateway answered for the API (HTTP ${trouble.status})`
					: withMessage(`the server is in trouble (HTTP ${trouble.status})`),
				advice: waitAdvice,
			};
		}

		case 'malformed': {
			const [what, advice] = malformed[trouble.reason];
			return {health: 'no usable answer', what: withMessage(what), advice};
		}

		case 'unreachable': {
			const [what, advice] = unreachable[trouble.reason];
			return {health: 'unreachable', what, advice};
		}

		case 'old-data': {
			return {
				health: 'old data',
				what: 'a cache answered with an old copy',
				advice: 'no cache on the way may keep this list',
			};
		}

		case 'unwatched': {
			return {health: 'no answer', what: 'the program was stopped, or the machine slept', advice: waitAdvice};
		}

		case 'overdue': {
			return {health: 'no answer', what: 'no poll has ended in the time that it may take', advice: waitAdvice};
		}
	}
}
