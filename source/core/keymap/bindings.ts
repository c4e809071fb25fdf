import {sectionNumbers, stateNumbers} from './digits.js';
import type {Place} from './places.js';

/** A key as `chordsOf` names it: a character, or a name such as `up`, `ctrl+c`, `shift+tab`, `f1`. */
export type Chord = string;

/**
Keys of a command at a place. `does` describes the command in the help and in the documents.
`hint` is its word in the footer. Where not all hints of a place fit there, the first ones are shown, and those that are
kept: what leaves the place, and the help.
*/
type Row = {
	readonly command: string;
	readonly chords: readonly Chord[];
	readonly place: Place;
	readonly does: string;
	readonly hint?: string;
	readonly isHintKept?: true;
};

/**
TABLE of all keys, as they are where the config file says nothing. A command exists because a row names it; `tui/controllers` has a handler
for each, or does not compile. The rows of one command have the same keys, since the config file binds a command, not a row.
*/
const keyRows = [
	{
		command: 'detail.open', chords: ['enter', 'right', 'l', 'tab'], place: 'grid', does: 'open the detail', hint: 'detail',
	},
	{
		command: 'prompt.open', chords: ['/', 'f4'], place: 'grid', does: 'filter', hint: 'filter',
	},
	{
		command: 'app.escape', chords: ['esc'], place: 'grid', does: 'clear filter, then close the pane',
	},
	{
		command: 'filter.trouble', chords: ['!'], place: 'grid', does: 'only what needs action or is marked !', hint: 'trouble',
	},
	...stateNumbers.map(digit => ({
		command: `filter.${digit}` as const, chords: [digit], place: 'grid' as const, does: 'only that state',
	})),
	{
		command: 'filter.all', chords: ['0'], place: 'grid', does: 'all states',
	},
	{
		command: 'account.next', chords: ['a'], place: 'grid', does: 'next account alone, then all',
	},
	{
		command: 'sort.open', chords: ['s', 'f6'], place: 'grid', does: 'sorts', hint: 'sort',
	},
	{
		command: 'sort.turn', chords: ['S'], place: 'grid', does: 'reverse the order',
	},
	{
		command: 'sort.left', chords: ['<'], place: 'grid', does: 'sort by the column beside',
	},
	{
		command: 'sort.right', chords: ['>'], place: 'grid', does: 'sort by the column beside',
	},
	{
		command: 'columns.open', chords: ['C', 'f2'], place: 'grid', does: 'columns',
	},
	{
		command: 'views.open', chords: ['v'], place: 'grid', does: 'views',
	},
	{
		command: 'acknowledge.toggle', chords: [' '], place: 'grid', does: 'acknowledge, then next row',
	},
	{
		command: 'acknowledge.shown', chords: ['A'], place: 'grid', does: 'acknowledge all shown',
	},
	{
		command: 'copy.name', chords: ['y'], place: 'grid', does: 'copy the name',
	},
	{
		command: 'copy.number', chords: ['Y'], place: 'grid', does: 'copy the number',
	},
	{
		command: 'copy.call', chords: ['c'], place: 'grid', does: 'copy the call that helps',
	},
	{
		command: 'app.back', chords: ['q'], place: 'grid', does: 'quit', hint: 'quit', isHintKept: true,
	},
	{
		command: 'event.open', chords: ['enter'], place: 'events', does: 'open, unfold or fold', hint: 'open',
	},
	{
		command: 'event.unfold', chords: ['right', 'l'], place: 'events', does: 'unfold, or open',
	},
	{
		command: 'event.fold', chords: ['left', 'h'], place: 'events', does: 'fold, or close',
	},
	{
		command: 'prompt.open', chords: ['/', 'f4'], place: 'events', does: 'filter', hint: 'filter',
	},
	{
		command: 'app.escape', chords: ['esc'], place: 'events', does: 'clear filter, then close',
	},
	{
		command: 'copy.line', chords: ['y'], place: 'events', does: 'copy the line', hint: 'copy',
	},
	{
		command: 'events.leave', chords: ['backspace'], place: 'events', does: 'close',
	},
	{
		command: 'time.earlier', chords: ['left', 'h'], place: 'timeline', does: 'cursor back in time', hint: 'earlier',
	},
	{
		command: 'time.later', chords: ['right', 'l'], place: 'timeline', does: 'forward',
	},
	{
		command: 'span.shorter', chords: ['<'], place: 'timeline', does: 'shorter span', hint: 'shorter',
	},
	{
		command: 'span.longer', chords: ['>'], place: 'timeline', does: 'longer span', hint: 'longer span',
	},
	{
		command: 'app.escape', chords: ['esc'], place: 'timeline', does: 'clear cursor, then filter, then back',
	},
	{
		command: 'app.back', chords: ['q'], place: 'timeline', does: 'back', hint: 'back', isHintKept: true,
	},
	{
		command: 'timeline.leave', chords: ['backspace'], place: 'timeline', does: 'back',
	},
	{
		command: 'prompt.keep', chords: ['enter'], place: 'prompt', does: 'keep it', hint: 'keep', isHintKept: true,
	},
	{
		command: 'prompt.cancel', chords: ['esc', 'ctrl+c'], place: 'prompt', does: 'restore the former', hint: 'cancel', isHintKept: true,
	},
	{
		command: 'prompt.older', chords: ['up'], place: 'prompt', does: 'older',
	},
	{
		command: 'prompt.newer', chords: ['down'], place: 'prompt', does: 'newer',
	},
	{
		command: 'prompt.complete', chords: ['tab'], place: 'prompt', does: 'complete',
	},
	{
		command: 'app.escape', chords: ['esc'], place: 'detail', does: 'end search, then back',
	},
	{
		command: 'detail.leave', chords: ['backspace'], place: 'detail', does: 'back',
	},
	{
		command: 'section.next', chords: ['tab', 'right', 'l'], place: 'detail', does: 'next section', hint: 'section',
	},
	{
		command: 'section.former', chords: ['shift+tab', 'left', 'h'], place: 'detail', does: 'former section',
	},
	...sectionNumbers.map(digit => ({
		command: `section.${digit}` as const, chords: [digit], place: 'detail' as const, does: 'that section',
	})),
	{
		command: 'instance.next', chords: [']', 'J'], place: 'detail', does: 'next instance', hint: 'next instance',
	},
	{
		command: 'instance.former', chords: ['[', 'K'], place: 'detail', does: 'former instance',
	},
	{
		command: 'secret.reveal', chords: ['x'], place: 'detail', does: 'show secrets for 15s', hint: 'reveal',
	},
	{
		command: 'copy.field', chords: ['y'], place: 'detail', does: 'copy the field', hint: 'copy',
	},
	{
		command: 'copy.path', chords: ['Y'], place: 'detail', does: 'copy its path',
	},
	{
		command: 'copy.call', chords: ['c'], place: 'detail', does: 'copy the call that helps',
	},
	{
		command: 'find.open', chords: ['/'], place: 'detail', does: 'find', hint: 'find',
	},
	{
		command: 'find.next', chords: ['n'], place: 'detail', does: 'next match',
	},
	{
		command: 'find.former', chords: ['N'], place: 'detail', does: 'former match',
	},
	{
		command: 'find.open', chords: ['/'], place: 'help', does: 'find', hint: 'find',
	},
	{
		command: 'match.next', chords: ['n'], place: 'help', does: 'next match', hint: 'next',
	},
	{
		command: 'match.former', chords: ['N'], place: 'help', does: 'former match', hint: 'former',
	},
	{
		command: 'app.escape', chords: ['esc'], place: 'help', does: 'end search, then close',
	},
	{
		command: 'help.leave', chords: ['backspace'], place: 'help', does: 'close',
	},
	{
		command: 'app.escape', chords: ['esc'], place: 'page', does: 'close',
	},
	{
		command: 'page.leave', chords: ['backspace'], place: 'page', does: 'close',
	},
	{
		command: 'menu.take', chords: ['enter'], place: 'menu', does: 'take it', hint: 'take',
	},
	{
		command: 'menu.leave', chords: ['esc'], place: 'menu', does: 'leave', hint: 'leave', isHintKept: true,
	},
	{
		command: 'app.abort', chords: ['ctrl+c'], place: 'menu', does: 'leave',
	},
	{
		command: 'menu.up', chords: ['up', 'ctrl+p'], place: 'menu', does: 'move',
	},
	{
		command: 'menu.down', chords: ['down', 'ctrl+n'], place: 'menu', does: 'move',
	},
	{
		command: 'menu.page-up', chords: ['pageup'], place: 'menu', does: 'move',
	},
	{
		command: 'menu.page-down', chords: ['pagedown'], place: 'menu', does: 'move',
	},
	{
		command: 'menu.top', chords: ['home'], place: 'menu', does: 'move',
	},
	{
		command: 'menu.bottom', chords: ['end'], place: 'menu', does: 'move',
	},
	{
		command: 'sort.turn', chords: ['S'], place: 'sort', does: 'reverse the order', hint: 'reverse',
	},
	{
		command: 'column.toggle', chords: [' '], place: 'columns', does: 'show or hide', hint: 'show or hide',
	},
	{
		command: 'column.earlier', chords: ['<', 'K'], place: 'columns', does: 'move it', hint: 'left',
	},
	{
		command: 'column.later', chords: ['>', 'J'], place: 'columns', does: 'move it', hint: 'right',
	},
	{
		command: 'columns.copy', chords: ['y'], place: 'columns', does: 'copy it for the config file', hint: 'copy',
	},
	{
		command: 'columns.reset', chords: ['ctrl+r'], place: 'columns', does: 'the usual ones', hint: 'usual',
	},
	{
		command: 'view.copy', chords: ['y'], place: 'views', does: 'copy what is shown for the config file', hint: 'copy what is shown',
	},
	{
		command: 'move.up', chords: ['up', 'k'], place: 'lists', does: 'up',
	},
	{
		command: 'move.down', chords: ['down', 'j'], place: 'lists', does: 'down',
	},
	{
		command: 'move.page-up', chords: ['pageup', 'ctrl+u', 'ctrl+b'], place: 'lists', does: 'page up',
	},
	{
		command: 'move.page-down', chords: ['pagedown', 'ctrl+d', 'ctrl+f'], place: 'lists', does: 'page down',
	},
	{
		command: 'move.top', chords: ['g', 'home'], place: 'lists', does: 'top',
	},
	{
		command: 'move.bottom', chords: ['G', 'end'], place: 'lists', does: 'bottom',
	},
	{
		command: 'app.back', chords: ['q'], place: 'everywhere', does: 'back', hint: 'back', isHintKept: true,
	},
	{
		command: 'help.toggle', chords: ['?', 'f1'], place: 'everywhere', does: 'help', hint: 'help', isHintKept: true,
	},
	{
		command: 'events.toggle', chords: ['e'], place: 'everywhere', does: 'events', hint: 'events',
	},
	{
		command: 'timeline.toggle', chords: ['t'], place: 'everywhere', does: 'timeline', hint: 'timeline',
	},
	{
		command: 'palette.open', chords: [':'], place: 'everywhere', does: 'all that can be done', hint: 'all',
	},
	{
		command: 'poll.now', chords: ['r'], place: 'everywhere', does: 'refresh now', hint: 'refresh',
	},
	{
		command: 'picture.hold', chords: ['p'], place: 'everywhere', does: 'hold, or let go', hint: 'hold',
	},
	{
		command: 'poll.slower', chords: ['+', '='], place: 'everywhere', does: 'longer interval',
	},
	{
		command: 'poll.faster', chords: ['-'], place: 'everywhere', does: 'shorter interval',
	},
	{
		command: 'screen.redraw', chords: ['ctrl+l'], place: 'everywhere', does: 'redraw',
	},
	{
		command: 'app.suspend', chords: ['ctrl+z'], place: 'everywhere', does: 'suspend, until fg',
	},
	{
		command: 'app.quit', chords: ['f10'], place: 'everywhere', does: 'quit',
	},
	{
		command: 'app.abort', chords: ['ctrl+c'], place: 'everywhere', does: 'quit at once',
	},
] as const satisfies readonly Row[];

/** Commands that a key or a click can run. */
export type CommandId = (typeof keyRows)[number]['command'];

/** What the config file has under a name of one's own, as a key runs it. */
export type CustomId = `view:${string}` | `command:${string}`;

/** What a key can be bound to. */
export type BoundCommand = CommandId | CustomId;

/** Whether a command is of one's own. */
export function isCustom(command: BoundCommand): command is CustomId {
	return command.includes(':');
}

/** A row of the table of keys, or one that the config file has added. */
export type Binding = Row & {readonly command: BoundCommand};

/** The keys in force: the table, or what `bindKeys` has made of it and the config file. */
export type Keymap = readonly Binding[];

export const bindings: ReadonlyArray<Binding & {readonly command: CommandId}> = keyRows;
