import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Tree} from '../contestants.js';
import {figuresOf, type Figure, type Sample} from '../figures/figure.js';
import type {KindName} from '../figures/kinds.js';

/**
What is measured in a part: the program, or what stands beside it. Several of a name each give some of its figures, so that those of two
programs can be taken right after each other.
*/
type Subject = {readonly name: string; readonly take: () => Promise<Sample>};

/** Adds to what is closed when a part ends. */
export type AtEnd = (close: () => Promise<void> | void) => void;

/** What a part is told: which trees to measure, whether it is to be quick, and where to say what is to be closed. */
export type Bench = {
	readonly trees: readonly Tree[];
	readonly isQuick: boolean;
	readonly atEnd: AtEnd;
};

/** Part of the benchmark: subjects that are measured in turn, each of which gives some of the part's figures. */
export type Part = {
	/** In which `--only` looks for its word, and with which the names of its figures begin. */
	readonly name: string;
	readonly figures: Readonly<Record<string, KindName>>;
	/** How many rounds there are; `quick` is undefined where a quick run goes without the part. */
	readonly rounds: {readonly full: number; readonly quick: number | undefined};
	/** Whether the subjects of a round run together, where they are idle and wait for most of the time. */
	readonly isTogether?: boolean;
	/** Whether it runs the sources of this tree inside the benchmark, so that another tree cannot be measured beside it. */
	readonly isInside?: boolean;
	readonly open: (bench: Bench) => Promise<readonly Subject[]>;
};

/** Measures a part, and returns its figures. */
export async function measurePart(part: Part, {trees, isQuick}: Omit<Bench, 'atEnd'>): Promise<readonly Figure[]> {
	const closes: Array<() => Promise<void> | void> = [];
	try {
		const subjects = await part.open({
			trees, isQuick, atEnd(close) {
				closes.push(close);
			},
		});
		const {rounds: {full, quick = 1}, isTogether = false} = part;
		return figuresOf(part.name, part.figures, await takeRounds(subjects, isQuick ? quick : full, isTogether));
	} finally {
		for (const close of closes.toReversed()) {
			await close();
		}
	}
}

/** Takes the rounds. Every second one goes backwards, so that nothing is always measured after the same neighbour. */
async function takeRounds(
	subjects: readonly Subject[],
	rounds: number,
	isTogether: boolean,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
	const samples = new Map<string, Sample[]>(subjects.map(({name}) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		const takeOf = async ({name, take}: Subject) => {
			samples.get(name)?.push(await take());
		};

		if (isTogether) {
			await Promise.all(subjects.map(async subject => takeOf(subject)));
			continue;
		}

		for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
			await takeOf(subject);
		}
	}

	return samples;
}

/** Makes a folder that is gone when the part ends. */
export function freshFolder(atEnd: AtEnd): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-bench-'));
	atEnd(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	return folder;
}
