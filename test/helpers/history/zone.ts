import type {LocalTime} from '../../../source/core/text/clock-time.js';

/** The clocks of a time zone, by Node's own database of them, whichever the process has. */
export function zone(timeZone: string): (at: number) => LocalTime {
	const format = new Intl.DateTimeFormat('en', {
		timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
	});
	return at => {
		const parts = new Map(format.formatToParts(at).map(({type, value}) => [type, Number(value)]));
		const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? NaN;
		return {
			year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second'),
		};
	};
}
