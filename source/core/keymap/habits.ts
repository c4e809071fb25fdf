import type {Chord, CommandId} from './bindings.js';

/** Keys that people of other programs reach for: what they expect of them, and what here comes nearest to it, the first one best. */
type Habit = {
	readonly chords: readonly Chord[];
	/** Why it is not here, where the nearest thing alone would not tell. */
	readonly why?: string;
	readonly nearest: readonly CommandId[];
};

/**
TABLE of the habits of htop, btop, k9s, lazygit, less and vim, by key. A key that is bound where it is pressed is none of them; of two rows
with one key the first counts whose commands have a key there.
*/
export const habits: readonly Habit[] = [
	// To end what is under the cursor: htop and btop kill, k9s and lazygit delete.
	{chords: ['f9', 'ctrl+k', 'd', 'D', 'delete', 'X'], why: 'no instance is ended from here', nearest: ['detail.open', 'copy.call']},
	{chords: ['f5', 'R', 'ctrl+r'], nearest: ['poll.now']},
	{chords: ['f3', 'f', '\\', '*', '#', '&'], nearest: ['prompt.open', 'find.open']},
	{chords: ['h', 'H'], nearest: ['help.toggle']},
	{chords: ['o', 'i', 'w', 'L'], nearest: ['detail.open', 'event.open']},
	{chords: ['u'], nearest: ['account.next', 'prompt.open']},
	{chords: ['P', 'M', 'T', 'N', 'O'], nearest: ['sort.open']},
	{chords: ['I'], nearest: ['sort.turn']},
	// A menu of btop, the command line of k9s without the shift key.
	{chords: ['m', ';'], nearest: ['palette.open', 'help.toggle']},
	{chords: ['Z'], nearest: ['picture.hold']},
	{chords: ['ctrl+w'], nearest: ['columns.open']},
	{chords: ['ctrl+n', 'ctrl+j', 'ctrl+y'], nearest: ['move.down']},
	{chords: ['ctrl+p', 'ctrl+e'], nearest: ['move.up']},
	{chords: [' ', '.'], nearest: ['move.page-down']},
	{chords: ['b', ','], nearest: ['move.page-up']},
	{chords: ['enter'], nearest: ['copy.field', 'app.back']},
	{chords: ['Q', 'ctrl+q', 'ctrl+x'], nearest: ['app.quit']},
	{chords: ['ctrl+g'], nearest: ['app.back']},
	{chords: ['ctrl+a', 'ctrl+ '], nearest: ['acknowledge.shown', 'palette.open']},
];
