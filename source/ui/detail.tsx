import {Box} from 'ink';
import type {DetailView} from '../core/detail-view.js';
import {describePrecisely} from '../core/duration.js';
import {sectionListWidth, type DetailBox} from '../core/geometry.js';
import {spread} from '../core/line.js';
import type {Row} from '../core/row.js';
import {layoutSection} from '../core/sections/layout.js';
import {scrollTo} from '../core/sections/scroll.js';
import type {Subject} from '../core/sections/section.js';
import type {Signs} from '../core/signs.js';
import {stateTone, stateWord} from '../core/state-word.js';
import {span, type Line} from '../core/tone.js';
import {SectionList, SectionStrip} from './section-list.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type DetailProps = {
	readonly row: Row;
	readonly subject: Subject;
	readonly view: DetailView;
	readonly box: DetailBox;
	readonly isStale: boolean;
};

/** Everything known of one instance, a section at a time. */
export function Detail({row, subject, view, box, isStale}: DetailProps) {
	const {theme: {signs}} = useSession();
	const isRevealed = view.revealedUntil !== undefined && view.revealedUntil > subject.now;
	const {width, height} = box.fields;
	const entries = layoutSection(view.section, subject, {width, isRevealed, signs});
	const {lines, above, below} = scrollTo(entries, view, height);
	const more = [above > 0 ? `${signs.moreAbove}${above}` : '', below > 0 ? `${signs.moreBelow}${below}` : ''].filter(text => text !== '').join(' ');
	return (
		<Box flexDirection='column' width={box.width} height={box.height} overflow='hidden'>
			<TextLine line={spread(titleLine(row, subject, signs), [span(more === '' ? '' : `${more} lines `, 'dim')], box.width, {ellipsis: signs.ellipsis})} width={box.width}/>
			{box.sectionsAt === 'top' ? <SectionStrip subject={subject} open={view.section} width={box.width}/> : undefined}
			<TextLine line={[]} width={box.width}/>
			<Box>
				{box.sectionsAt === 'left' ? <SectionList subject={subject} open={view.section} width={sectionListWidth}/> : undefined}
				<Box flexDirection='column' width={width + 2}>
					{lines.map(({line, isAtCursor}, index) => <TextLine key={index} line={[span(isAtCursor ? signs.marker : ' ', 'strong'), span(' '), ...line]} width={width + 2} emphasis={isStale ? 'dimmed' : 'normal'}/>)}
				</Box>
			</Box>
		</Box>
	);
}

function titleLine({tracked, action}: Row, {now}: Subject, signs: Signs): Line {
	const {instance, since, gone} = tracked;
	const tone = stateTone(instance.state);
	const lasted = `${since.isExact ? '' : `${signs.atLeast} `}${describePrecisely(now - since.at)}`;
	return [
		span(' '),
		span(`${signs.states[instance.state.kind]} `, tone),
		span(instance.name, 'strong'),
		span('  '),
		gone === undefined ? span(stateWord(instance.state), tone) : span('gone from the list', 'caution'),
		span(` ${lasted}`),
		...(action === 'ok' || gone !== undefined ? [] : [span(`  ${action}`, tone)]),
	];
}
