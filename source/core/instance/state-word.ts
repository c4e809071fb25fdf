import type {ConnectionState} from './instance.js';

/** A connection state in words for people; what the API does not document is told as it came. */
export function stateWord({kind, text}: ConnectionState): string {
	if (kind === 'loggedout') {
		return 'logged out';
	}

	return kind === 'other' ? (text === '' ? 'no state' : text) : kind;
}
