import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';

/** A month of the calendar; months count from 1. */
export type Month = {readonly year: number; readonly month: number};

/** Parses a month: `2026-10`. */
export function parseMonth(text: string): Parsed<Month> {
	const {year, month} = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])$/v.exec(text.trim())?.groups ?? {};
	return year === undefined || month === undefined
		? refuse(`${quote(text)} is no month. Give the year and the number of the month, such as 2026-10.`)
		: accept({year: Number(year), month: Number(month)});
}
