import {useInput, usePaste} from 'ink';
import {chordsOf} from '../../core/keymap/chord.js';
import {useSession} from './session.js';

/** Passes typed keys to the session as chords, in order, and pasted text as it is, so that it runs no commands. */
export function useKeys(): void {
	const {press, paste} = useSession();
	useInput((input, key) => {
		for (const chord of chordsOf(input, key)) {
			press(chord);
		}
	});
	usePaste(paste);
}
