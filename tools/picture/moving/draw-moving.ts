import {drawRows, frameSvg, type DrawOptions} from '../draw-svg.js';
import type {ScreenContent} from '../read-screen.js';

/** A screen and for how many seconds it is shown. */
export type Frame = {readonly content: ScreenContent; readonly seconds: number};

/**
Draw screens one after the other as one SVG that moves without a script, again and again. Where a viewer wants no movement, the frame of
this index stands still. What a row shows in several frames is drawn once.

Throws where there are no frames.
*/
export function drawMoving(frames: readonly Frame[], still: number, options: DrawOptions): string {
	const [first] = frames;
	if (first === undefined) {
		throw new Error('A moving picture needs frames.');
	}

	const shownIn = new Map<string, Set<number>>();
	for (const [index, {content}] of frames.entries()) {
		for (const elements of drawRows(content, options)) {
			if (elements.length === 0) {
				continue;
			}

			// The same elements never stand in two rows, whose places are in them.
			const drawn = elements.join('');
			shownIn.set(drawn, (shownIn.get(drawn) ?? new Set()).add(index));
		}
	}

	const starts = frames.map((_, index) => frames.slice(0, index).reduce((sum, {seconds}) => sum + seconds, 0));
	const total = frames.reduce((sum, {seconds}) => sum + seconds, 0);
	const names = new Map<string, string>();
	const styles: string[] = [];
	const groups = shownIn.entries().map(([drawn, indices]) => {
		if (indices.size === frames.length) {
			return drawn;
		}

		const key = [...indices].join(' ');
		const name = names.get(key) ?? `f${names.size}`;
		if (!names.has(key)) {
			names.set(key, name);
			styles.push(styleOf(name, indices, {starts, total, isStill: indices.has(still)}));
		}

		return `<g class="${name}">${drawn}</g>`;
	}).toArray();
	const style = `<style>${styles.join('')}@media(prefers-reduced-motion:reduce){g{animation:none!important}}</style>`;
	return frameSvg(first.content, options.palette, [style, ...groups]);
}

/** What is shown in these frames alone: hidden and visible at the times at which that changes, in parts of the whole. */
function styleOf(
	name: string,
	indices: ReadonlySet<number>,
	{starts, total, isStill}: {readonly starts: readonly number[]; readonly total: number; readonly isStill: boolean},
): string {
	const steps = starts.flatMap((start, index) => {
		const isShown = indices.has(index);
		return index > 0 && isShown === indices.has(index - 1)
			? []
			: [`${Math.round(start / total * 10_000) / 100}%{visibility:${isShown ? 'visible' : 'hidden'}}`];
	});
	return `@keyframes ${name}{${steps.join('')}}.${name}{visibility:${isStill ? 'visible' : 'hidden'};animation:${name} ${total}s step-end infinite}`;
}
