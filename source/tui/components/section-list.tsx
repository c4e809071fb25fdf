import {Box} from 'ink';
import type {Keymap} from '../../core/keymap/bindings.js';
import {keyOf} from '../../core/keymap/describe.js';
import {sectionNumbers} from '../../core/keymap/digits.js';
import type {SectionStanding, Subject} from '../../core/sections/section.js';
import {sectionIds, sections, type SectionId} from '../../core/sections/sections.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {lineWidth} from '../../core/screen/line.js';
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

/**
The sections on one line, for a detail too narrow for the list: each with its digit and standing, the open one and those in trouble with
their titles. Where that is too wide, those that are neither are left out; where that is too wide too, only the open one has its title.
*/
export function SectionStrip({subject, current, hasFocus, width}: SectionListProps) {
	const {theme: {symbols}, keymap} = useSession();
	const parts = sectionIds.map((id, index) => {
		const own = sections[id].standing(subject);
		const {tone, symbol} = standings[own];
		const digit = sectionKey(index, keymap);
		const [isCurrent, isTrouble] = [id === current, own === 'trouble'];
		const end = span(symbol(symbols), tone);
		return {
			isCurrent,
			isTrouble,
			whole: [span(`${digit} ${sections[id].title}`, isCurrent ? (hasFocus ? 'cursor' : 'strong') : 'plain'), end],
			short: [span(digit, 'dim'), end],
		};
	});
	const draw = (isWanted: (part: (typeof parts)[number]) => boolean, isNamed: (part: (typeof parts)[number]) => boolean): Line => parts
		.filter(part => isWanted(part))
		.flatMap((part, index) => [span(index === 0 ? '' : ' '), ...isNamed(part) ? part.whole : part.short]);
	const isTold = ({isCurrent, isTrouble}: (typeof parts)[number]) => isCurrent || isTrouble;
	const wide = [draw(() => true, isTold), draw(isTold, isTold)].find(line => lineWidth(line) <= width);
	return <TextLine line={wide ?? draw(() => true, ({isCurrent}) => isCurrent)} width={width}/>;
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
