import {Box} from 'ink';
import {sectionNumbers} from '../core/keymap/commands.js';
import {
	sectionIds,
	type SectionId,
	type SectionStanding,
	type Subject,
} from '../core/sections/section.js';
import {sections} from '../core/sections/sections.js';
import {span, type Span} from '../core/tone.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

type SectionListProps = {
	readonly subject: Subject;
	readonly open: SectionId;
	readonly width: number;
};

const titleWidth = 11;

/** The sections below each other, with their digits and how each stands. */
export function SectionList({subject, open, width}: SectionListProps) {
	return (
		<Box flexDirection='column' width={width}>
			{sectionIds.map((id, index) => (
				<Box key={id} width={width}>
					<TextLine
						line={[span(` ${sectionNumbers[index] ?? ''} `, 'dim'), span(sections[id].title.padEnd(titleWidth)), standingMark(sections[id].standing(subject))]}
						width={width - 1}
						emphasis={id === open ? 'selected' : 'normal'}
					/>
				</Box>
			))}
		</Box>
	);
}

/** The open section between its neighbours, where there is no room for a list. */
export function SectionStrip({subject, open, width}: SectionListProps) {
	const {theme: {signs}} = useSession();
	const index = sectionIds.indexOf(open);
	const neighbour = (step: number) => sections[sectionIds.at((index + step) % sectionIds.length) ?? open].title;
	return (
		<TextLine
			line={[
				span(` ${index + 1}/${sectionIds.length} `, 'dim'),
				span(sections[open].title, 'strong'),
				span(' '),
				standingMark(sections[open].standing(subject)),
				span(` ${neighbour(1)} ${signs.separator} ${neighbour(2)}`, 'dim'),
			]}
			width={width}
		/>
	);
}

function standingMark(standing: SectionStanding): Span {
	switch (standing) {
		case 'on': {
			return span('on ');
		}

		case 'off': {
			return span('off', 'dim');
		}

		case 'trouble': {
			return span('!  ', 'caution');
		}

		case 'missing': {
			return span('-  ', 'dim');
		}

		case 'none': {
			return span(' '.repeat(3));
		}
	}
}
