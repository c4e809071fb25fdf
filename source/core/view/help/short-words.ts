import {
	isCustom,
	type Binding,
	type CommandId,
	type Keymap,
} from '../../keymap/bindings.js';
import type {Place} from '../../keymap/places.js';
import {stateNumbers} from '../../keymap/digits.js';

/** What one key or several keys of a place do, in fewer words than each of them has of its own. */
type ShortWords = {
	readonly place: Place;
	readonly commands: readonly CommandId[];
	readonly words: string;
};

/** TABLE of the keys that the help tells in fewer words than the table of keys. Those of several commands are one entry. */
const shortWords: readonly ShortWords[] = [
	{place: 'lists', commands: ['move.up', 'move.down'], words: 'up, down'},
	{place: 'lists', commands: ['move.top', 'move.bottom'], words: 'top, bottom'},
	{place: 'everywhere', commands: ['poll.slower', 'poll.faster'], words: 'interval'},
	{place: 'grid', commands: ['detail.open'], words: 'detail'},
	{place: 'grid', commands: ['app.escape'], words: 'no filter'},
	{place: 'grid', commands: ['filter.trouble'], words: 'trouble'},
	{place: 'grid', commands: stateNumbers.map(digit => `filter.${digit}` as const), words: 'one state'},
	{place: 'grid', commands: ['filter.all'], words: 'any state'},
	{place: 'grid', commands: ['account.next'], words: 'accounts'},
	{place: 'grid', commands: ['sort.open'], words: 'sort menu'},
	{place: 'grid', commands: ['sort.turn'], words: 'reverse'},
	{place: 'grid', commands: ['sort.left', 'sort.right'], words: 'next sort'},
	{place: 'grid', commands: ['columns.open'], words: 'columns'},
	{place: 'grid', commands: ['views.open'], words: 'view menu'},
	{place: 'grid', commands: ['acknowledge.toggle'], words: 'acknowledge'},
	{place: 'grid', commands: ['acknowledge.shown'], words: 'acknowledge all'},
	{place: 'grid', commands: ['copy.call'], words: 'copy the call'},
	{place: 'detail', commands: ['app.escape'], words: 'end find'},
	{place: 'detail', commands: ['section.next'], words: 'section'},
	{place: 'detail', commands: ['section.former'], words: 'former'},
	{place: 'detail', commands: ['secret.reveal'], words: 'show secrets'},
	{place: 'detail', commands: ['copy.call'], words: 'copy call'},
	{place: 'detail', commands: ['instance.next', 'instance.former'], words: 'other instance'},
	{place: 'detail', commands: ['find.next', 'find.former'], words: 'other match'},
	{place: 'detail', commands: ['copy.field', 'copy.path'], words: 'copy it, path'},
	{place: 'events', commands: ['event.open'], words: 'open, unfold, fold'},
	{place: 'events', commands: ['app.escape'], words: 'no filter, close'},
	{place: 'timeline', commands: ['time.earlier', 'time.later'], words: 'cursor'},
	{place: 'timeline', commands: ['span.shorter', 'span.longer'], words: 'span'},
	{place: 'timeline', commands: ['app.escape'], words: 'clear, or back'},
	{place: 'prompt', commands: ['prompt.older', 'prompt.newer'], words: 'older, newer'},
];

/**
The words of the help for a key: its own where the config file has taken the keys from another command of those that are told in one, since
they would tell of more than there is.
*/
export function helpWords(keymap: Keymap): (binding: Binding) => string {
	const isBound = (place: Place, command: CommandId) =>
		keymap.some(binding => binding.place === place && binding.command === command && binding.chords.length > 0);
	return ({place, command, does}) => shortWords.find(short =>
		short.place === place
		&& !isCustom(command)
		&& short.commands.includes(command)
		&& short.commands.every(each => isBound(place, each)))?.words ?? does;
}
