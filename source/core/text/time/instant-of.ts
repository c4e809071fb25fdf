import type {LocalTime} from '../clock-time.js';
import {
	isDay,
	type ClockOfDay,
	type GivenDay,
	type GivenTime,
} from './given-time.js';

/** What tells which time a given one is: the present time in milliseconds since the epoch, and the clocks of a time zone. */
export type Present = {readonly now: number; readonly localTime: (at: number) => LocalTime};

type LocalDay = Pick<LocalTime, 'year' | 'month' | 'day'>;

const day = 24 * 60 * 60_000;

/**
Gives the point in time that a person means, in milliseconds since the epoch. What may be one of several is the last that has been: the last
18:00, the last Tuesday. A day alone is its beginning.
*/
export function instantOf(given: Exclude<GivenTime, {readonly kind: 'last'}>, present: Present): number {
	switch (given.kind) {
		case 'instant': {
			return given.at;
		}

		case 'ago': {
			return present.now - given.milliseconds;
		}

		case 'local': {
			const {day: givenDay, clock = midnight} = given;
			const days = givenDay === undefined ? daysBefore(today(present), 0, 1) : candidatesOf(givenDay, today(present));
			const times = days.map(each => atClock(each, clock, present));
			return times.find(at => at <= present.now) ?? times.at(-1) ?? present.now;
		}
	}
}

const midnight: ClockOfDay = {
	hour: 0, minute: 0, second: 0, millisecond: 0,
};

function today({now, localTime}: Present): LocalDay {
	return localTime(now);
}

/** The days that are meant, the latest first: of several the first that is not to come. */
function candidatesOf(given: GivenDay, present: LocalDay): readonly LocalDay[] {
	switch (given.kind) {
		case 'date': {
			return [given];
		}

		case 'back': {
			return daysBefore(present, given.days);
		}

		case 'weekday': {
			const weekday = new Date(dayStart(present)).getUTCDay();
			const back = (weekday - given.weekday + 7) % 7;
			return daysBefore(present, back, back + 7);
		}

		case 'yearless': {
			// The 29th of February is eight years apart where a century has none.
			const {month, day: dayOfMonth} = given;
			return Array.from({length: 9}, (_, back) => ({year: present.year - back, month, day: dayOfMonth})).filter(each => isDay(each));
		}
	}
}

function daysBefore(present: LocalDay, ...backs: readonly number[]): readonly LocalDay[] {
	return backs.map(back => {
		const date = new Date(dayStart(present) - (back * day));
		return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
	});
}

/** Beginning of a day in UTC. */
function dayStart({year, month, day: dayOfMonth}: LocalDay): number {
	return Date.UTC(year, month - 1, dayOfMonth);
}

/**
The instant at which the local clocks show a time. Of two, as where they are set back, it is the first; a time that they leave out is as
much later as they were set on. Calendars (RFC 5545) and `Temporal` do the same.
*/
function atClock(date: LocalDay, {hour, minute, second, millisecond}: ClockOfDay, {localTime}: Present): number {
	const shown = dayStart(date) + (((((hour * 60) + minute) * 60) + second) * 1000);
	const offsetAt = (at: number) => {
		const local = localTime(at);
		return dayStart(local) + (((((local.hour * 60) + local.minute) * 60) + local.second) * 1000) - at;
	};

	// No zone moved its clocks twice within two days.
	const [before, after] = [offsetAt(shown - day), offsetAt(shown + day)];
	const isShown = (offset: number) => offsetAt(shown - offset) === offset;
	return shown - (isShown(before) || !isShown(after) ? before : after) + millisecond;
}
