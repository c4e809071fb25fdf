import {span, type Line, type Span} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import type {StripCell} from './strip.js';

/** Draws the cells of a strip, one character each. */
export function drawStrip(cells: readonly StripCell[], symbols: Symbols): Line {
	const stateless = {blank: span(' '), unseen: span(symbols.off, 'dim'), fine: span(symbols.fine, 'fine')} as const;
	return cells.map(cell => drawCell(cell, stateless, symbols));
}

/** The cells without a state are drawn once a strip: they are most of it. */
type Stateless = Readonly<Record<'blank' | 'unseen' | 'fine', Span>>;

function drawCell(cell: StripCell, stateless: Stateless, symbols: Symbols): Span {
	switch (cell.kind) {
		case 'blank':
		case 'unseen':
		case 'fine': {
			return stateless[cell.kind];
		}

		case 'flapping': {
			return span(symbols.flapping, `state-${cell.state}`);
		}

		case 'brief': {
			return span(symbols.brief, `state-${cell.state}`);
		}

		case 'down': {
			return span(symbols.states[cell.state], `state-${cell.state}`);
		}
	}
}
