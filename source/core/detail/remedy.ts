import type {Row} from '../fleet/row.js';
import type {Action} from '../instance/action.js';
import {rawName} from '../instance/raw-text.js';
import {cellWidth} from '../text/measure.js';
import {sanitize} from '../text/sanitize.js';
import {quoteShell} from '../text/quote-shell.js';
import type {Symbols} from '../screen/symbols.js';
import type {Copy} from './copy.js';

/** What an action means to a person, and the call of the API that takes it, where there is one. The program itself calls nothing. */
type Remedy = {
	readonly words: string;
	/** The same for the help, in as few words as can be. */
	readonly brief: string;
	readonly call?: {readonly method: 'GET' | 'POST'; readonly path: string};
};

/** TABLE of the remedies. Both calls take the name of the instance as the last part of their path. */
const remedies: Readonly<Record<Action, Remedy>> = {
	look: {words: 'only RyzeAPI can say what this state needs', brief: 'ask RyzeAPI about it'},
	pair: {words: 'somebody with the phone pairs it anew', brief: 'anew, with its phone', call: {method: 'GET', path: '/api/instance/connect/'}},
	reconnect: {words: 'the session is saved, no phone is needed', brief: 'no phone is needed', call: {method: 'POST', path: '/api/instance/reconnect/'}},
	wait: {words: 'it is connecting, for under two minutes', brief: 'it is connecting'},
	ok: {words: 'nothing to do', brief: 'nothing to do'},
};

/** What an action means to a person. */
export function explainAction(action: Action, isBrief = false): string {
	return isBrief ? remedies[action].brief : remedies[action].words;
}

/**
Says in one line what is to be done about an instance: what the action means, and the call of the API. What does not fit into `width` cells
is left out, the call first. `key` is the key that copies the call; without one, only what the action means is told. The text is empty where
nothing is to be done, and where it is not known what: the instance has left the list, or is only remembered.
*/
export function describeRemedy(row: Row, width: number, {separator}: Pick<Symbols, 'separator'>, key: string | undefined): string {
	const {action} = row;
	const {words} = remedies[action];
	if (!isKnown(row)) {
		return '';
	}

	const start = `${action}: ${words}`;
	const call = findCall(row);
	const texts = call === undefined || key === undefined
		? [start]
		: [`${start} ${separator} ${key} copies ${call.method} ${call.path}`, `${start} ${separator} ${key} copies the call`, start];
	return texts.find(text => cellWidth(text) <= width) ?? start;
}

/**
Copies the call of the API that would help an instance, as a line for a shell that has the token in the variable `RYZE_TOKEN`. `url` is the
address of the API. With several accounts each has a token of its own: the line begins by saying whose it takes, in a command that does
nothing, since a shell may take a comment for arguments.
*/
export function copyCall(row: Row, url: string, hasSeveral = false): Copy {
	const call = findCall(row);
	return call === undefined
		? {kind: 'none', why: describeNoCall(row)}
		: {
			kind: 'text', text: `${hasSeveral ? `: ${quoteShell(`RYZE_TOKEN is that of ${sanitize(row.tracked.instance.account)}`)}; ` : ''}curl -X ${call.method} -H "token: $RYZE_TOKEN" ${quoteShell(url + call.path)}`, what: 'the call', isSecret: false,
		};
}

/** The call that would help, with the name in its path; `undefined` where there is none, or where the name cannot be in an address. */
function findCall(row: Row): Remedy['call'] {
	const {call} = remedies[row.action];
	const {instance} = row.tracked;
	const name = rawName(instance, true);
	return call === undefined || !isKnown(row) || isUnfit(name) || name !== rawName(instance)
		? undefined
		: {method: call.method, path: call.path + encodeName(name)};
}

/** Why there is no call to copy. A name of which a part is secret is not copied. */
function describeNoCall(row: Row): string {
	return isKnown(row) && remedies[row.action].call !== undefined
		? 'its name cannot stand in an address'
		: 'no call of the API would help it';
}

/** Whether it is known what helps. Whether a session is saved is not known of one that is only remembered. */
function isKnown({tracked: {instance, gone}, action}: Row): boolean {
	return gone === undefined && action !== 'ok' && (!instance.isRemembered || action === 'look' || instance.state.kind === 'loggedout');
}

/** Whether a name would change the path: programs that call resolve dots. A surrogate alone has no encoding. */
function isUnfit(name: string): boolean {
	return /^\.{0,2}$/v.test(name) || !name.isWellFormed();
}

/** Encodes a name as a part of a path, with the signs too that `encodeURIComponent` leaves. */
function encodeName(name: string): string {
	return encodeURIComponent(name).replaceAll(/[!'\(\)*]/gv, sign => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
