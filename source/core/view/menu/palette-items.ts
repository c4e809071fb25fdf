import {
	sectionNumbers,
	sectionOf,
	stateNumbers,
	stateOf,
} from '../../keymap/digits.js';
import {
	isCustom,
	type Binding,
	type BoundCommand,
	type CommandId,
	type Keymap,
} from '../../keymap/bindings.js';
import {describeChord} from '../../keymap/key-names.js';
import type {ViewId} from '../../keymap/places.js';
import {bindingsAt, placesAt} from '../../keymap/resolve.js';
import {stateWord} from '../../instance/state-word.js';
import type {CustomCommand} from '../../run/custom-command.js';
import {sections} from '../../sections/sections.js';
import {sanitize} from '../../text/sanitize.js';
import type {MenuItem} from './menu-item.js';

/** TABLE of the names that people of vim, k9s and lazygit type for commands, beside what the name of a command says. */
const otherNames: Readonly<Partial<Record<CommandId, readonly string[]>>> = {
	'app.quit': ['q', 'q!', 'quit', 'exit'],
	'help.toggle': ['h'],
	'prompt.open': ['filter'],
	'find.open': ['find', 'search'],
	'poll.now': ['refresh'],
	'filter.trouble': ['trouble'],
	'filter.all': ['all'],
	'acknowledge.toggle': ['ack'],
};

/** Commands whose descriptions, which several of them share, do not say which of them is meant. */
const ownLabels: ReadonlyMap<string, string> = new Map([
	...stateNumbers.map((digit): [string, string] => [`filter.${digit}`, `only ${stateWord({kind: stateOf(digit), text: sanitize('')})}`]),
	...sectionNumbers.map((digit): [string, string] => [`section.${digit}`, `section ${sections[sectionOf(digit)].title}`]),
	['filter.5', 'only other states'],
	['sort.open', 'choose the sort'],
	['sort.left', 'sort by the column to the left'],
	['sort.right', 'sort by the column to the right'],
	['columns.open', 'choose columns'],
	['views.open', 'choose a saved view'],
	['time.later', 'cursor forward in time'],
	...['up', 'down', 'page-up', 'page-down', 'top', 'bottom'].map((way): [string, string] => [`move.${way}`, `go ${way.replace('-', ' ')}`]),
]);

/** Families of commands that are for what is selected, and for nothing else. */
const forSelected = /^(?:acknowledge|copy|detail\.open|event\.open|event\.unfold|instance)/v;

/** What the palette lists beside the commands of the table. */
type PaletteParts = {
	/** The view that the palette was opened in. */
	readonly here: ViewId;
	readonly keymap: Keymap;
	readonly customCommands: readonly CustomCommand[];
};

/** The commands of a place, each with its key in force: one's own, then those of the table, by the precedence of their places. */
export function commandItems({here: view, keymap, customCommands}: PaletteParts): readonly MenuItem[] {
	const inForce = bindingsAt(view, keymap);
	const keyOf = (command: BoundCommand) => {
		const [chord] = inForce.find(binding => binding.command === command)?.chords ?? [];
		return chord === undefined ? '' : describeChord(chord);
	};

	const places = placesAt(view);
	const bound = places.flatMap(place => keymap.filter(binding => binding.place === place));
	const rows = new Map(bound.toReversed().map(row => [row.command, row]));
	const here = customCommands.filter(({where}) => places.includes(where === 'shown' ? 'grid' : where));
	const own = here.map(({name, where, run}): MenuItem => ({
		id: `command:${name}`,
		mark: '',
		label: name,
		words: run.join(' '),
		right: keyOf(`command:${name}`),
		names: [],
		take: {kind: 'command', command: `command:${name}`, isForSelected: where !== 'shown'},
	}));
	return [...own, ...rows.values().toArray().toReversed().flatMap(row => commandItem(row, view, keyOf(row.command)))];
}

function commandItem({command, does}: Binding, here: ViewId, key: string): readonly MenuItem[] {
	if (isCustom(command) || command === 'palette.open') {
		return [];
	}

	const isHere = command === `${here}.toggle`;
	return [{
		id: command,
		mark: '',
		label: isHere ? `${does}: here` : (ownLabels.get(command) ?? does),
		words: command,
		right: key,
		names: [command, command.replace(/\.(?:open|toggle)$/v, ''), ...otherNames[command] ?? []],
		// Who types the name of the view that is open wants to be there, and not to leave it.
		take: isHere ? {kind: 'nothing'} : {kind: 'command', command, isForSelected: forSelected.test(command)},
	}];
}
