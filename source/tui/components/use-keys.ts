import {useInput, usePaste} from 'ink';
import {chordsOf} from '../../core/keymap/chord.js';
import {useSession} from './session.js';

/** Takes what is typed apart into chords and hands them on, in order. Pasted text is no command. */
export function useKeys(): void {
	const {press, paste} = useSession();
	useInput((input, key) => {
		for (const chord of chordsOf(input, key)) {
			press(chord);
		}
	});
	usePaste(paste);
}
