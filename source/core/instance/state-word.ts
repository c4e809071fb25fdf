import type {ConnectionState} from './instance.js';

/** Says a connection state in words for people; a state that the API does not document is shown as it came. */
export function stateWord({kind, text}: ConnectionState): string {
	if (kind === 'loggedout') {
		return 'logged out';
	}

	return kind === 'other' ? (text === '' ? 'no state' : text) : kind;
}
