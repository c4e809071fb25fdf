import type {AccountReport} from '../../core/report/account-report.js';
import {mapInSlices, type Slices} from '../../core/polling/slices.js';
import {cutMiddle} from '../../core/text/cut-middle.js';
import {cellWidthUpTo, fit} from '../../core/text/measure.js';
import {showName} from '../../core/text/portable/show-name.js';
import {figures, marks, type Figures} from './figures.js';
import {longestOf, nameRows} from './name-rows.js';
import {
	describeFalls,
	describeGaps,
	describeWindow,
	fallsTitle,
} from './notes.js';
import {createPartWriter, type Report, type ReportWriteOptions} from './report.js';

/** Cells of the names: one that is longer is cut, so that the figures stay in sight. */
const shortestName = 12;
const longestName = 40;
const gap = '  ';

/** Rows in a slice. */
const perSlice = 200;

/** Writes a report as a table for people, a part for each account. */
export const writeTable = createPartWriter(writeAccount);

function * writeAccount(account: AccountReport, report: Report, options: ReportWriteOptions): Slices<string> {
	const {rows, total, place, falls} = account;
	const named = nameRows(rows, showName);
	const lines = yield * mapInSlices(rows, perSlice, row => {
		const {name = '', note = ''} = named.get(row) ?? {};
		return {name, note: note === '' ? '' : ` (${note})`, texts: textsOf(row)};
	});
	const fleet = {name: `fleet of ${total.instances}`, note: '', texts: textsOf(total)};
	const all = [...lines, ...rows.length === 0 ? [] : [fleet]];
	const widths = figures.map(({title}, index) => longestOf([title.length, ...all.map(({texts}) => texts[index]?.length ?? 0)]));
	const beside = widths.reduce((sum, width) => sum + width + gap.length, 0);
	const most = Math.max(shortestName, Math.min(longestName, (options.width ?? Infinity) - beside));
	const first = Math.min(most, longestOf(['NAME'.length, ...all.map(({name, note}) => cellWidthUpTo(name, longestName) + note.length)]));
	const writeLine = (name: string, note: string, texts: readonly string[]) => [
		fit(cutMiddle(name, Math.min(cellWidthUpTo(name, longestName), first - note.length), '…') + note, first),
		...texts.map((text, index) => text.padStart(widths[index] ?? 0)),
	].join(gap).trimEnd();
	return [
		`${showName(place)}  ${describeWindow(account, report, options)}`,
		...describeGaps(account, report, options),
		...all.length === 0
			? []
			: [
				'',
				writeLine('NAME', '', figures.map(({title}) => title.toUpperCase())),
				...all.map(({name, note, texts}) => writeLine(name, note, texts)),
				'',
				marks.map(([sign, meaning]) => `${sign} ${meaning}`).join('; '),
				'← one had begun before; → one goes on at the end',
			],
		...falls.length === 0 ? [] : ['', `${fallsTitle(account)}:`, ...describeFalls(account, options).map(line => `  ${line}`)],
		'',
	].join('\n');
}

function textsOf(of: Figures): readonly string[] {
	return figures.map(({text}) => text(of));
}
