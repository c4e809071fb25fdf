import {Box} from 'ink';
import {sectionNumbers} from '../../core/keymap/commands.js';
import type {SectionStanding, Subject} from '../../core/sections/section.js';
import {sectionIds, sections, type SectionId} from '../../core/sections/sections.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {span, type Line, type Tone} from '../../core/screen/span.js';
import {useSession} from '../components/session.js';
import {TextLine} from '../components/text-line.js';

type SectionListProps = {
	readonly subject: Subject;
	readonly open: SectionId;
	readonly hasFocus: boolean;
	readonly width: number;
};

const titleWidth = 11;

/** The sections below each other, with their digits and how each stands. */
export function SectionList({subject, open, hasFocus, width}: SectionListProps) {
	const {theme: {symbols}} = useSession();
	return (
		<Box flexDirection='column' width={width}>
			{sectionIds.map((id, index) => {
				const {word, tone} = standings[sections[id].standing(subject)];
				const isOpen = id === open;
				const marker = isOpen && !hasFocus ? span(symbols.marker, 'strong') : span(' ');
				return (
					<Box key={id} width={width}>
						<TextLine
							line={[marker, span(`${sectionNumbers[index] ?? ' '} `, 'dim'), span(sections[id].title.padEnd(titleWidth)), span(word, tone)]}
							width={width - 1}
							emphasis={isOpen && hasFocus ? 'selected' : 'normal'}
						/>
					</Box>
				);
			})}
		</Box>
	);
}

/** The sections side by side, where there is no room for a list: their digits and how each stands, the open one with its name. */
export function SectionStrip({subject, open, hasFocus, width}: SectionListProps) {
	const {theme: {symbols}} = useSession();
	return (
		<TextLine
			line={sectionIds.flatMap((id, index): Line => {
				const {tone, sign} = standings[sections[id].standing(subject)];
				const mark = span(sign(symbols), tone);
				const digit = sectionNumbers[index] ?? ' ';
				const gap = span(index === 0 ? '' : ' ');
				return id === open
					? [gap, span(`${digit} ${sections[id].title}`, hasFocus ? 'cursor' : 'strong'), mark]
					: [gap, span(digit, 'dim'), mark];
			})}
			width={width}
		/>
	);
}

type StandingLook = {
	/** In a list. */
	readonly word: string;
	/** In one cell. */
	readonly sign: (symbols: Symbols) => string;
	readonly tone: Tone;
};

const standings: Readonly<Record<SectionStanding, StandingLook>> = {
	on: {word: 'on', sign: () => '+', tone: 'plain'},
	off: {word: 'off', sign: ({off}) => off, tone: 'dim'},
	trouble: {word: '!', sign: () => '!', tone: 'caution'},
	missing: {word: '-', sign: () => '-', tone: 'dim'},
	none: {word: '', sign: () => ' ', tone: 'plain'},
};
