/** Writes points in time, given in milliseconds since the epoch, in one time zone. */
export type ClockTime = {
	/** `20:51:45` */
	readonly clock: (at: number) => string;
	/** `2026-04-28 10:30:00` */
	readonly stamp: (at: number) => string;
};

/** `zone` is an IANA name such as `America/Sao_Paulo`. Making formats is slow: make one and keep it. */
export function createClockTime(zone: string): ClockTime {
	const clock = new Intl.DateTimeFormat('sv-SE', {
		timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit',
	});
	const stamp = new Intl.DateTimeFormat('sv-SE', {
		timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
	});
	return {clock: at => clock.format(at), stamp: at => stamp.format(at)};
}
