import {useInput, usePaste} from 'ink';

/**
Has Ink switch the modes of the terminal in which keys come one by one and pastes have markers. The keys themselves go to the session from
the stream, see `readKeys`: Ink gets none.
*/
export function useKeyModes(): void {
	useInput(ignore);
	usePaste(ignore);
}

function ignore(): void {
	// Ink has nothing to report.
}
