import {sectionNumbers, type CommandId} from './commands.js';

/** Where keys mean different things. `lists` is whatever moves up and down; `everywhere` comes last. */
export const places = ['grid', 'detail', 'help', 'lists', 'everywhere'] as const;
export type Place = (typeof places)[number];

/** The places a person can be at. */
export type Here = Exclude<Place, 'lists' | 'everywhere'>;

/** A key as `chordsOf` names it: a character, or a name such as `up`, `ctrl+c`, `shift+tab`, `f1`. */
export type Chord = string;

/**
What keys do. `does` is for the help and the README; `hint` is the word in the footer, shown where there is room, the first bindings of a place first.
*/
export type Binding = {
	readonly command: CommandId;
	readonly chords: readonly Chord[];
	readonly place: Place;
	readonly does: string;
	readonly hint?: string;
};

/** TABLE of all keys. */
export const bindings: readonly Binding[] = [
	{
		command: 'detail.open', chords: ['enter', 'right', 'l'], place: 'grid', does: 'open the detail', hint: 'detail',
	},
	{
		command: 'app.back', chords: ['esc', 'backspace'], place: 'detail', does: 'back to the grid',
	},
	{
		command: 'section.next', chords: ['tab', 'right', 'l'], place: 'detail', does: 'next section', hint: 'section',
	},
	{
		command: 'section.former', chords: ['shift+tab', 'left', 'h'], place: 'detail', does: 'former section',
	},
	...sectionNumbers.map((digit): Binding => ({
		command: `section.${digit}`, chords: [digit], place: 'detail', does: 'open that section',
	})),
	{
		command: 'instance.next', chords: [']', 'J'], place: 'detail', does: 'next instance, same section', hint: 'next instance',
	},
	{
		command: 'instance.former', chords: ['[', 'K'], place: 'detail', does: 'former instance, same section',
	},
	{
		command: 'secret.reveal', chords: ['x'], place: 'detail', does: 'show the section\'s secrets for 15 seconds', hint: 'reveal',
	},
	{
		command: 'help.toggle', chords: ['esc', 'backspace', 'q'], place: 'help', does: 'close the help', hint: 'close',
	},
	{
		command: 'move.up', chords: ['up', 'k'], place: 'lists', does: 'up',
	},
	{
		command: 'move.down', chords: ['down', 'j'], place: 'lists', does: 'down',
	},
	{
		command: 'move.page-up', chords: ['pageup', 'ctrl+u'], place: 'lists', does: 'a page up',
	},
	{
		command: 'move.page-down', chords: ['pagedown', 'ctrl+d'], place: 'lists', does: 'a page down',
	},
	{
		command: 'move.top', chords: ['g', 'home'], place: 'lists', does: 'to the top',
	},
	{
		command: 'move.bottom', chords: ['G', 'end'], place: 'lists', does: 'to the bottom',
	},
	{
		command: 'app.back', chords: ['q'], place: 'everywhere', does: 'back; from the grid, quit', hint: 'back',
	},
	{
		command: 'help.toggle', chords: ['?', 'f1'], place: 'everywhere', does: 'help', hint: 'help',
	},
	{
		command: 'poll.now', chords: ['r'], place: 'everywhere', does: 'refresh now', hint: 'refresh',
	},
	{
		command: 'picture.hold', chords: ['p'], place: 'everywhere', does: 'hold the picture, and let go', hint: 'hold',
	},
	{
		command: 'poll.slower', chords: ['+', '='], place: 'everywhere', does: 'longer interval',
	},
	{
		command: 'poll.faster', chords: ['-'], place: 'everywhere', does: 'shorter interval',
	},
	{
		command: 'screen.redraw', chords: ['ctrl+l'], place: 'everywhere', does: 'redraw the screen',
	},
	{
		command: 'app.suspend', chords: ['ctrl+z'], place: 'everywhere', does: 'suspend; fg brings it back',
	},
	{
		command: 'app.quit', chords: ['f10'], place: 'everywhere', does: 'quit',
	},
	{
		command: 'app.abort', chords: ['ctrl+c'], place: 'everywhere', does: 'quit at once',
	},
];
