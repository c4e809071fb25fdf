import type {StripCell} from '../../../core/fleet/past/strip.js';
import type {StateKind} from '../../../core/instance/instance.js';

/** Height of a strip in the units of its drawing; a cell is one wide. */
const height = 16;
const middle = height / 2;

type DownKind = Exclude<StateKind, 'connected'>;

/** A part of a drawing: the classes of its path, and the path. */
type Shape = readonly [classes: string, path: string];

/** How a row of equal cells is drawn. The shapes differ, not only the colours: a page is printed, and not all see colours. */
const blocks: Readonly<Record<DownKind, (from: number, to: number) => Shape>> = {
	disconnected: (from, to) => ['solid', box(from, to, 1, 15)],
	connecting: (from, to) => ['solid', box(from, to, 9, 15)],
	loggedout: (from, to) => ['open', box(from + 0.15, to - 0.15, 2, 14)],
	other: (from, to) => ['solid', box(from, to, 1, 6) + box(from, to, 10, 15)],
};

/** The words for a cell, by which they are counted for those who do not see the strip. */
const words: Readonly<Record<DownKind, string>> = {
	disconnected: 'disconnected', connecting: 'connecting', loggedout: 'logged out', other: 'in another state',
};

/** What a strip can show, each with a cell that is one of it: the legend. */
export const legend: ReadonlyArray<readonly [cell: StripCell, meaning: string]> = [
	[{kind: 'fine'}, 'connected throughout'],
	[{kind: 'brief', state: 'disconnected'}, 'not connected for under a tenth'],
	[{kind: 'down', state: 'disconnected'}, 'disconnected'],
	[{kind: 'down', state: 'connecting'}, 'connecting'],
	[{kind: 'down', state: 'loggedout'}, 'logged out'],
	[{kind: 'down', state: 'other'}, 'in another state'],
	[{kind: 'flapping', state: 'disconnected'}, 'changed four times or more'],
	[{kind: 'unseen'}, 'not watched'],
];

/** Draws the cells of a strip; equal ones that follow each other are drawn as one. `title` is what it says in words. */
export function drawCells(cells: readonly StripCell[], title: string): string {
	return `<svg class="cells" viewBox="0 0 ${cells.length} ${height}" preserveAspectRatio="none" role="img"><title>${title}</title>${drawRuns(cells)}</svg>`;
}

/** Draws the sign of the legend for a cell. */
export function drawKey(cell: StripCell): string {
	return `<svg class="key" viewBox="0 0 3 ${height}" preserveAspectRatio="none" aria-hidden="true">${drawRuns([cell, cell, cell])}</svg>`;
}

/** Tells in words how many cells are of which kind: `connected throughout 50, disconnected 3, not watched 7`. */
export function spellCells(cells: readonly StripCell[]): string {
	const counts = new Map<string, number>();
	for (const cell of cells) {
		const word = wordOf(cell);
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}

	return counts.entries().map(([word, count]) => `${word} ${count}`).toArray().join(', ');
}

function wordOf(cell: StripCell): string {
	switch (cell.kind) {
		case 'blank': {
			return 'not in the list yet';
		}

		case 'unseen': {
			return 'not watched';
		}

		case 'fine': {
			return 'connected throughout';
		}

		case 'flapping': {
			return 'changed four times or more';
		}

		case 'brief': {
			return 'not connected for under a tenth';
		}

		case 'down': {
			return words[cell.state];
		}
	}
}

/** Draws all cells, those of one kind as one path. */
function drawRuns(cells: readonly StripCell[]): string {
	const paths = new Map<string, string>();
	let from = 0;
	for (const [index, cell] of cells.entries()) {
		const next = cells[index + 1];
		if (next?.kind === cell.kind && stateOf(next) === stateOf(cell)) {
			continue;
		}

		for (const [classes, path] of shapesOf(cell, from, index + 1)) {
			paths.set(classes, (paths.get(classes) ?? '') + path);
		}

		from = index + 1;
	}

	return paths.entries().map(([classes, path]) => `<path class="${classes}" d="${path}"/>`).toArray().join('');
}

function stateOf(cell: StripCell): string {
	return 'state' in cell ? cell.state : '';
}

/** The shapes of equal cells that follow each other. */
function shapesOf(cell: StripCell, from: number, to: number): readonly Shape[] {
	switch (cell.kind) {
		case 'blank': {
			return [];
		}

		case 'unseen': {
			return [['dots k-unseen', `M${from} ${middle}H${to}`]];
		}

		case 'fine': {
			return [['open k-fine', `M${from} ${middle}H${to}`]];
		}

		case 'flapping': {
			const points = Array.from({length: to - from}, (_, index) => `L${from + index + 0.25} 2L${from + index + 0.75} 14`).join('');
			return [[`open k-${cell.state}`, `M${from} ${middle}${points}L${to} ${middle}`]];
		}

		case 'brief': {
			const ticks = Array.from({length: to - from}, (_, index) => `M${from + index + 0.5} 2V${middle}`).join('');
			return [['open k-fine', `M${from} ${middle}H${to}`], [`open k-${cell.state}`, ticks]];
		}

		case 'down': {
			const [classes, path] = blocks[cell.state](from, to);
			return [[`${classes} k-${cell.state}`, path]];
		}
	}
}

function box(from: number, to: number, top: number, bottom: number): string {
	return `M${from} ${top}H${to}V${bottom}H${from}Z`;
}
