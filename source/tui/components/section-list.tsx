import {Box} from 'ink';
import type {Keymap} from '../../core/keymap/bindings.js';
import {keyOf} from '../../core/keymap/describe.js';
import {sectionNumbers} from '../../core/keymap/digits.js';
import type {SectionStanding, Subject} from '../../core/sections/section.js';
import {sectionIds, sections, type SectionId} from '../../core/sections/sections.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {span, type Line, type Tone} from '../../core/screen/span.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

type SectionListProps = {
	readonly subject: Subject;
	/** The section of the field under the cursor. */
	readonly current: SectionId;
	readonly hasFocus: boolean;
	readonly width: number;
};

const titleWidth = 11;

/** The sections below each other, each with its digit, title and standing. */
export function SectionList({subject, current, hasFocus, width}: SectionListProps) {
	const {theme: {symbols}, keymap} = useSession();
	return (
		<Box flexDirection='column' width={width}>
			{sectionIds.map((id, index) => {
				const {word, tone} = standings[sections[id].standing(subject)];
				const isCurrent = id === current;
				const marker = isCurrent && !hasFocus ? span(symbols.marker, 'strong') : span(' ');
				const digit = span(`${sectionKey(index, keymap)} `, 'dim');
				return (
					<Box key={id} width={width}>
						<TextLine
							line={[marker, digit, span(sections[id].title.padEnd(titleWidth)), span(word, tone)]}
							width={width - 1}
							emphasis={isCurrent && hasFocus ? 'selected' : 'normal'}
						/>
					</Box>
				);
			})}
		</Box>
	);
}

/** The sections on one line, for a detail too narrow for the list: each with its digit and standing, the open one with its title. */
export function SectionStrip({subject, current, hasFocus, width}: SectionListProps) {
	const {theme: {symbols}, keymap} = useSession();
	return (
		<TextLine
			line={sectionIds.flatMap((id, index): Line => {
				const {tone, symbol} = standings[sections[id].standing(subject)];
				const standing = span(symbol(symbols), tone);
				const digit = sectionKey(index, keymap);
				const gap = span(index === 0 ? '' : ' ');
				return id === current
					? [gap, span(`${digit} ${sections[id].title}`, hasFocus ? 'cursor' : 'strong'), standing]
					: [gap, span(digit, 'dim'), standing];
			})}
			width={width}
		/>
	);
}

/** The key that opens a section, in one cell: a blank where there is none, or one that has a longer name. */
function sectionKey(index: number, keymap: Keymap): string {
	const digit = sectionNumbers[index];
	const key = digit === undefined ? '' : keyOf(`section.${digit}`, 'detail', keymap) ?? '';
	return key.length === 1 ? key : ' ';
}

type StandingStyle = {
	/** Text in the list. */
	readonly word: string;
	/** Symbol of one cell in the strip. */
	readonly symbol: (symbols: Symbols) => string;
	readonly tone: Tone;
};

const standings: Readonly<Record<SectionStanding, StandingStyle>> = {
	on: {word: 'on', symbol: () => '+', tone: 'plain'},
	off: {word: 'off', symbol: ({off}) => off, tone: 'dim'},
	trouble: {word: '!', symbol: () => '!', tone: 'caution'},
	missing: {word: '-', symbol: () => '-', tone: 'dim'},
	none: {word: '', symbol: () => ' ', tone: 'plain'},
};
