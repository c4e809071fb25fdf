import {recordOf} from '../text/record-of.js';
import {
	isCustom,
	type Binding,
	type Chord,
	type CommandId,
	type Keymap,
} from './bindings.js';
import {keyOf} from './describe.js';
import {sectionNumbers, stateNumbers} from './digits.js';
import {habits} from './habits.js';
import {describeChord} from './key-names.js';
import {placeTable, type FocusedPlace, type Place} from './places.js';
import {bindingsAt, placesAt} from './resolve.js';

/** What some commands do, as the end of a sentence about their key; that of any other is told by what the help says of it. */
const verbs: Readonly<Partial<Record<CommandId, string>>> = {
	...recordOf(stateNumbers.map(digit => `filter.${digit}` as const), () => 'shows one state alone'),
	...recordOf(sectionNumbers.map(digit => `section.${digit}` as const), () => 'opens a section'),
	'acknowledge.shown': 'acknowledges all shown',
	'acknowledge.toggle': 'acknowledges',
	'account.next': 'shows one account alone',
	'app.back': 'goes back',
	'app.quit': 'quits',
	'columns.open': 'opens the menu of columns',
	'copy.call': 'copies the call that helps',
	'copy.field': 'copies the field',
	'copy.line': 'copies the line',
	'copy.name': 'copies the name',
	'copy.number': 'copies the number',
	'copy.path': 'copies the path',
	'detail.open': 'opens the detail',
	'event.open': 'opens the instance',
	'filter.all': 'shows all states',
	'filter.trouble': 'shows what has trouble',
	'find.former': 'goes to the former match',
	'find.next': 'goes to the next match',
	'find.open': 'finds',
	'help.toggle': 'tells all keys',
	'instance.former': 'goes to the former instance',
	'instance.next': 'goes to the next instance',
	'match.former': 'goes to the former match',
	'match.next': 'goes to the next match',
	'move.down': 'goes down',
	'move.page-down': 'goes a page down',
	'move.page-up': 'goes a page up',
	'move.up': 'goes up',
	'palette.open': 'lists all that can be done',
	'picture.hold': 'holds the picture',
	'poll.now': 'refreshes',
	'prompt.open': 'filters',
	'section.former': 'goes to the former section',
	'section.next': 'goes to the next section',
	'secret.reveal': 'reveals secrets',
	'sort.left': 'sorts by the column beside',
	'sort.open': 'opens the menu of sorts',
	'sort.right': 'sorts by the column beside',
	'sort.turn': 'reverses the order',
	'span.longer': 'shows a longer span',
	'span.shorter': 'shows a shorter span',
	'time.earlier': 'goes back in time',
	'time.later': 'goes forward in time',
	'views.open': 'opens the menu of views',
};

/** How the places are called, and the commands that lead there. What leads back to the grid is tried last. */
const ways: Readonly<Partial<Record<Place, {readonly name: string; readonly by: readonly CommandId[]}>>> = {
	grid: {name: 'in the grid', by: ['app.back']},
	detail: {name: 'in the detail', by: ['detail.open', 'event.open']},
	events: {name: 'in the events', by: ['events.toggle']},
	timeline: {name: 'in the timeline', by: ['timeline.toggle']},
	help: {name: 'in the help', by: ['help.toggle']},
};

/**
Tells what to do in place of a key that does nothing at a place: what people of other programs want by it, where that can be had here;
else where it does something; else where all keys are told.
*/
export function describeDeadKey(chord: Chord, place: FocusedPlace, keymap: Keymap, separator: string): string {
	const key = describeChord(chord);
	return describeHabit(chord, place, keymap, separator) ?? describeElsewhere(chord, place, keymap)
		?? joinParts([`${key} does nothing here`, describeKey('help.toggle', place, keymap, 'help')], separator);
}

function describeHabit(chord: Chord, place: FocusedPlace, keymap: Keymap, separator: string): string | undefined {
	const habit = habits.find(({chords, nearest}) =>
		chords.includes(chord) && nearest.some(command => keyOf(command, place, keymap) !== undefined));
	if (habit === undefined) {
		return undefined;
	}

	const {why = 'does nothing here', nearest} = habit;
	const key = describeChord(chord);
	return joinParts([
		habit.why === undefined ? `${key} ${why}` : `${key}: ${why}`, ...nearest.map(command => describeKey(command, place, keymap)),
	], separator);
}

/** `x reveals secrets: in the detail (Enter)`. A command that can be had at the place by another key is told by that key. */
function describeElsewhere(chord: Chord, place: FocusedPlace, keymap: Keymap): string | undefined {
	const held: readonly Place[] = placesAt(place);
	const others = placeTable.map(row => row.place).filter(other => !held.includes(other) && ways[other] !== undefined);
	const found = others.flatMap(other => keymap.filter(binding => binding.place === other))
		.find(binding => binding.chords.includes(chord) && isWorthTelling(binding, place));
	const way = found && ways[found.place];
	if (found === undefined || way === undefined || isCustom(found.command)) {
		return undefined;
	}

	const {command} = found;
	const key = describeChord(chord);
	const own = keyOf(command, place, keymap);
	const verb = verbs[command] ?? `is for "${found.does}"`;
	if (own !== undefined) {
		return `${key} ${verb} ${way.name}: here it is ${own}`;
	}

	const by = way.by.map(each => keyOf(each, place, keymap)).find(each => each !== undefined);
	return `${key} ${verb}: ${way.name}${by === undefined ? '' : ` (${by})`}`;
}

const untold: ReadonlySet<string> = new Set(['app.escape', 'app.back', 'event.fold', 'event.unfold']);

/** What only leaves another place, or leads to where one is, is no answer. */
function isWorthTelling({command}: Binding, place: FocusedPlace): boolean {
	return !command.endsWith('.leave') && !untold.has(command) && command !== `${place}.open`;
}

/** `r refreshes`; `undefined` where no key does that at the place. What leaves the last place quits. */
function describeKey(command: CommandId, place: FocusedPlace, keymap: Keymap, told = verbs[command]): string | undefined {
	const key = keyOf(command, place, keymap);
	const isLast = bindingsAt(place, keymap).some(binding => binding.command === command && binding.does === 'quit');
	const words = isLast ? 'quits' : told;
	return key === undefined || words === undefined ? undefined : `${key} ${words}`;
}

function joinParts(parts: ReadonlyArray<string | undefined>, separator: string): string {
	return parts.filter(part => part !== undefined).join(` ${separator} `);
}
