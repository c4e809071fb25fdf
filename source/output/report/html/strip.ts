import type {StripCell} from '../../../core/fleet/past/strip.js';
import type {StateKind} from '../../../core/instance/instance.js';

/** Height of a strip in the units of its drawing; a cell is one wide. */
const height = 16;
const middle = height / 2;

type DownKind = Exclude<StateKind, 'connected'>;

/** How a row of equal cells is drawn. The shapes differ, not only the colours: a page is printed, and not all see colours. */
const blocks: Readonly<Record<DownKind, (from: number, to: number) => string>> = {
	disconnected: (from, to) => solid(from, to, 1, 15),
	connecting: (from, to) => solid(from, to, 9, 15),
	loggedout: (from, to) => `<path class="open" d="M${from + 0.15} 2H${to - 0.15}V14H${from + 0.15}Z"/>`,
	other: (from, to) => `${solid(from, to, 1, 6)}${solid(from, to, 10, 15)}`,
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

function drawRuns(cells: readonly StripCell[]): string {
	const drawn: string[] = [];
	let from = 0;
	for (const [index, cell] of cells.entries()) {
		const next = cells[index + 1];
		if (next === undefined || next.kind !== cell.kind || stateOf(next) !== stateOf(cell)) {
			drawn.push(drawRun(cell, from, index + 1));
			from = index + 1;
		}
	}

	return drawn.join('');
}

function stateOf(cell: StripCell): string {
	return 'state' in cell ? cell.state : '';
}

function drawRun(cell: StripCell, from: number, to: number): string {
	switch (cell.kind) {
		case 'blank': {
			return '';
		}

		case 'unseen': {
			return `<g class="k-unseen"><path class="dots" d="M${from} ${middle}H${to}"/></g>`;
		}

		case 'fine': {
			return `<g class="k-fine">${line(from, to)}</g>`;
		}

		case 'flapping': {
			const points = Array.from({length: to - from}, (_, index) => `L${from + index + 0.25} 2L${from + index + 0.75} 14`).join('');
			return `<g class="k-${cell.state}"><path class="open" d="M${from} ${middle}${points}L${to} ${middle}"/></g>`;
		}

		case 'brief': {
			const ticks = Array.from({length: to - from}, (_, index) => `M${from + index + 0.5} 2V${middle}`).join('');
			return `<g class="k-fine">${line(from, to)}</g><g class="k-${cell.state}"><path class="open" d="${ticks}"/></g>`;
		}

		case 'down': {
			return `<g class="k-${cell.state}">${blocks[cell.state](from, to)}</g>`;
		}
	}
}

function line(from: number, to: number): string {
	return `<path class="open" d="M${from} ${middle}H${to}"/>`;
}

function solid(from: number, to: number, top: number, bottom: number): string {
	return `<path class="solid" d="M${from} ${top}H${to}V${bottom}H${from}Z"/>`;
}
