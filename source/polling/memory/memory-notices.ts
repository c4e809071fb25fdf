import {faultWords, type Fault} from '../../history/fault.js';

/** Tells people what is wrong with the memory: once, until something else is, or nothing was for a while. */
export type MemoryNotices = {
	/** Tells words that follow `the memory`. */
	readonly tell: (words: string) => void;
	/** Tells of a fault of a poll. One that is usually over at the next poll is told when it is not. */
	readonly met: (fault: Fault | undefined) => void;
};

/** Makes the notices of one memory. `isPatient`: there are more polls to come. */
export function createMemoryNotices(report: (words: string) => void, isPatient: boolean): MemoryNotices {
	let last: string | undefined;
	let times = 0;

	const add = (words: string, least: number) => {
		times = words === last ? times + 1 : 1;
		last = words;
		if (times === least) {
			report(`the memory ${words}`);
		}
	};

	return {
		tell(words) {
			add(words, 1);
		},
		met(fault) {
			if (fault === undefined) {
				last = undefined;
			} else {
				add(faultWords[fault], fault === 'busy' && isPatient ? 2 : 1);
			}
		},
	};
}
