import type {Trouble} from './feed.js';
import {isMalformedReason, isUnreachableReason} from './trouble.js';

/** What the memory keeps of a trouble: its kind, with the reason where there is one, and the status of HTTP where one came. */
export type TroubleCode = {
	readonly kind: string;
	readonly status: number | undefined;
};

/** Between the kind and the reason. */
const separator = ':';

/** Gives the code of a trouble. The server's own message and addresses are not in it. */
export function troubleCode(trouble: Trouble): TroubleCode {
	return {
		kind: 'reason' in trouble ? `${trouble.kind}${separator}${trouble.reason}` : trouble.kind,
		status: 'status' in trouble ? trouble.status : undefined,
	};
}

const details = {budget: undefined, message: undefined};

/** The trouble of a code; `undefined` where the code is none of this version's. */
export function troubleOfCode({kind: text, status = 0}: TroubleCode): Trouble | undefined {
	const [kind = '', reason = ''] = text.split(separator);
	switch (kind) {
		case 'rate-limited': {
			return {kind, retryAt: undefined, ...details};
		}

		case 'unauthorized': {
			return {
				kind, status, tokenChanged: false, ...details,
			};
		}

		case 'wrong-path': {
			return {kind, ...details};
		}

		case 'redirected': {
			return {
				kind, status, host: undefined, ...details,
			};
		}

		case 'refused': {
			return {kind, status, ...details};
		}

		case 'server-error': {
			return {
				kind, status, isHtml: false, ...details,
			};
		}

		case 'malformed': {
			return isMalformedReason(reason) ? {kind, reason, ...details} : undefined;
		}

		case 'unreachable': {
			return isUnreachableReason(reason) ? {kind, reason} : undefined;
		}

		case 'old-data': {
			return {kind, age: 0};
		}

		case 'overdue': {
			return {kind};
		}

		default: {
			return undefined;
		}
	}
}
