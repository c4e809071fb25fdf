import {span, type Line, type Span} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import type {StripCell} from './strip.js';

/** Draws the cells of a strip, one character each. */
export function drawStrip(cells: readonly StripCell[], symbols: Symbols): Line {
	return cells.map(cell => drawCell(cell, symbols));
}

function drawCell(cell: StripCell, symbols: Symbols): Span {
	switch (cell.kind) {
		case 'blank': {
			return span(' ');
		}

		case 'unseen': {
			return span(symbols.off, 'dim');
		}

		case 'fine': {
			return span(symbols.fine, 'fine');
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
