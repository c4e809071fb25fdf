import {blockNames, blocks, type BlockName} from '../blocks/blocks.js';
import {recordOf} from '../text/record-of.js';
import {blockSection} from './block-section.js';
import {connection} from './connection.js';
import {history} from './history.js';
import {json} from './json.js';
import type {Section} from './section.js';

/** Sections of blocks that show more than the fields of their block. */
const ownSections: Readonly<Partial<Record<BlockName, Section>>> = {connection};

/** TABLE of the sections of the detail, in their order: one for each block, then those that are made of no block. */
const table = {
	...recordOf(blockNames, name => ownSections[name] ?? blockSection(name, blocks[name], ({item}) => item[name])),
	history,
	json,
} as const satisfies Readonly<Record<string, Section>>;

export type SectionId = keyof typeof table;

export const sections: Readonly<Record<SectionId, Section>> = table;

export const sectionIds: readonly SectionId[] = Object.keys(table).filter(id => isSectionId(id));

function isSectionId(word: string): word is SectionId {
	return Object.hasOwn(table, word);
}
