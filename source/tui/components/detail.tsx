import {Box} from 'ink';
import {withBound} from '../../core/fleet/seen/describe-lasted.js';
import {isRevealed, type DetailView} from '../../core/detail/detail-view.js';
import {describeCountdown, describePrecisely} from '../../core/text/duration.js';
import {sectionListWidth, type DetailBox} from '../../core/screen/geometry.js';
import {
	isSameLine,
	lineWidth,
	spread,
	wrapWords,
} from '../../core/screen/line.js';
import {lastSeenAt} from '../../core/fleet/seen/own-coverage.js';
import type {Row} from '../../core/fleet/row.js';
import {describeRemedy} from '../../core/detail/remedy.js';
import {keyOf} from '../../core/keymap/describe.js';
import {actionTone} from '../../core/columns/cells.js';
import {actionsForPeople} from '../../core/instance/action.js';
import {cursorOf} from '../../core/detail/page.js';
import {scrollTo, type Scrolled} from '../../core/detail/scroll.js';
import type {Subject} from '../../core/sections/section.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {SafeText} from '../../core/text/sanitize.js';
import {stateWord} from '../../core/instance/state-word.js';
import {span, type Line, stateTone} from '../../core/screen/span.js';
import {useSession} from './session.js';
import {useTicks} from './use-now.js';
import {TextLine} from './text-line.js';
import {SectionList, SectionStrip} from './section-list.js';

export type DetailProps = {
	readonly row: Row;
	/** The instance, at the time at which the screen was drawn. */
	readonly subject: Subject;
	readonly view: DetailView;
	readonly box: DetailBox;
	/** Whether keys go to the detail. Without focus it has no cursor and follows the selection of the grid. */
	readonly hasFocus: boolean;
	readonly isStale: boolean;
	/** The name of the instance, with that of its account where there are several. */
	readonly title: SafeText;
	/** The age of what is shown, where there are several accounts and the polls of this one fail. */
	readonly staleFor: number | undefined;
};

/** So long, in milliseconds, the detail is not drawn anew while its lines stay as they are: what else changes with time may wait. */
const longestRest = 10_000;

/**
All fields of one instance, as much of them as the box holds. It is drawn anew in each second in which a line in sight tells another age: by
itself, since nothing else on the screen tells of that second.
*/
export function Detail({
	row, subject: given, view, box, hasFocus, isStale, title: name, staleFor,
}: DetailProps) {
	const {theme: {symbols}, keymap, now, pages} = useSession();
	const {width, height} = box.fields;
	const subject = {...given, now: now()};
	const page = pages(view, subject, box);
	const scrolled = scrollTo(page, view, height);
	useTicks(true, () => {
		const rested = now() - subject.now;
		return subject.tracked.gone !== undefined || isRevealed(view, subject.now) || rested < 0 || rested >= longestRest
			|| !isSameSight(scrolled, scrollTo(pages(view, {...subject, now: now()}, box), view, height));
	});
	const list = {subject, current: view.section, hasFocus};
	const meaning = hasFocus ? page.entries[cursorOf(page, view)]?.meaning ?? [] : [];
	const meaningLines = wrapWords(meaning, box.width - meaningIndent);
	const emphasis = isStale ? 'dimmed' : 'normal';
	const title = titleLine(row, name, subject, symbols);
	const age = staleFor === undefined ? [] : [span(`stale ${describePrecisely(staleFor)} `, 'trouble')];
	const status = [...age, ...statusLine(view, subject, scrolled, symbols)];
	return (
		<Box flexDirection='column' width={box.width} height={box.height} overflow='hidden'>
			<TextLine line={spread(title, status, box.width, {ellipsis: symbols.ellipsis})} width={box.width}/>
			{whyLines(row, box, symbols, keyOf('copy.call', 'detail', keymap, symbols)).map((line, index) => <TextLine key={index} line={line} width={box.width}/>)}
			{box.sectionsAt === 'top' ? <SectionStrip {...list} width={box.width}/> : undefined}
			<Box>
				{box.sectionsAt === 'left' ? <SectionList {...list} width={sectionListWidth}/> : undefined}
				<Box flexDirection='column' width={width + 2}>
					{Array.from({length: height}, (_, index) => {
						const {line = [], kind = 'blank', isAtCursor = false} = scrolled.lines[index] ?? {};
						const cursor = [span(hasFocus && isAtCursor ? symbols.marker : ' ', 'strong'), span(' ')];
						return <TextLine key={index} line={kind === 'field' ? [...cursor, ...line] : line} width={width + 2} emphasis={emphasis}/>;
					})}
				</Box>
			</Box>
			{Array.from({length: box.meaningRows}, (_, index) => (
				<TextLine key={index} line={[span(' '.repeat(meaningIndent)), ...meaningLine(meaningLines, index, box.meaningRows)]} width={box.width}/>
			))}
		</Box>
	);
}

function isSameSight({lines}: Scrolled, {lines: others}: Scrolled): boolean {
	return lines.length === others.length && lines.every(({line}, index) => isSameLine(line, others[index]?.line ?? []));
}

/** Cells before a meaning: it begins where the reasons at the top do. */
const meaningIndent = 3;

/** One line of a meaning, at the bottom of the box. The last line has the rest, which is cut where it is longer. */
function meaningLine(lines: readonly Line[], index: number, rows: number): Line {
	const at = index - Math.max(0, rows - lines.length);
	return at === rows - 1 ? lines.slice(at).flatMap((line, place) => place === 0 ? line : [span(' ', 'dim'), ...line]) : lines[at] ?? [];
}

function titleLine({tracked, action, since}: Row, title: SafeText, {coverage, now}: Subject, symbols: Symbols): Line {
	const {instance, gone} = tracked;
	const tone = stateTone(instance.state);
	const name: Line = [span(' '), span(`${symbols.states[instance.state.kind]} `, tone), span(title, 'strong'), span('  ')];
	if (gone !== undefined) {
		const details = ` ${describePrecisely(now - gone)} ago, was ${stateWord(instance.state)}`;
		return [...name, span('gone from the list', 'caution'), span(details)];
	}

	return [
		...name,
		span(stateWord(instance.state), tone),
		span(` ${withBound(describePrecisely(Math.max(0, lastSeenAt(tracked, coverage) - since.at)), since.bound, symbols)}`),
		...(action === 'ok' ? [] : [span(`  ${action}`, actionTone(action, instance.state))]),
	];
}

/** Why the instance is not fine, and below it what is to be done. Where there is one row for both, the reason comes first. */
function whyLines(row: Row, {width, whyRows}: DetailBox, symbols: Symbols, key: string | undefined): readonly Line[] {
	const {why, action} = row;
	const indent = span(' '.repeat(3));
	const reason = why === '' ? [] : [span(why, actionsForPeople.includes(action) ? 'strong' : 'caution')];
	const remedyIn = (cells: number) => [span(describeRemedy(row, cells, symbols, key))];
	const room = width - lineWidth([indent]);
	if (whyRows === 2) {
		return [[indent, ...reason], [indent, ...remedyIn(room)]];
	}

	const before = [indent, ...reason, ...reason.length === 0 ? [] : [span(` ${symbols.separator} `, 'dim')]];
	const remedy = remedyIn(width - lineWidth(before));
	return [lineWidth(remedy) === 0 ? [indent, ...reason] : [...before, ...remedy]];
}

/** The time until secrets are masked again, and how many lines of the page are above and below those in sight. */
function statusLine(view: DetailView, {now}: Subject, {above, below}: Scrolled, symbols: Symbols): Line {
	const revealed: Line = view.revealedUntil !== undefined && isRevealed(view, now)
		? [span(`secrets shown for ${describeCountdown(view.revealedUntil - now)} `, 'caution')]
		: [];
	const more = [
		above > 0 ? `${symbols.moreAbove}${above}` : '',
		below > 0 ? `${symbols.moreBelow}${below}` : '',
	].filter(text => text !== '').join(' ');
	return more === '' ? revealed : [...revealed, span(` ${more} lines `, 'dim')];
}
