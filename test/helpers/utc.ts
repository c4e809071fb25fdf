import {createClockTime} from '../../source/core/text/clock-time.js';

/** Times as clocks in UTC show them, wherever the tests run. */
export const utc = createClockTime(at => {
	const date = new Date(at);
	return {
		year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
	};
});
