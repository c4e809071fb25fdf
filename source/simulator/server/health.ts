import type {ServerState} from '../world/server-plan.js';

/** The answer of `/health`: its status, and its body as the API documents it. */
export function writeHealth({uptime, isDegraded}: ServerState, now: number): {readonly status: 200 | 503; readonly text: string} {
	return {
		status: isDegraded ? 503 : 200,
		text: JSON.stringify({
			status: isDegraded ? 'degraded' : 'ok',
			service: 'ryzetop simulator',
			uptime: writeUptime(uptime),
			timestamp: new Date(now).toISOString(),
			checks: {db: isDegraded ? 'timeout' : 'ok'},
		}),
	};
}

/** Writes an uptime as a server does: `75h0m12s`, without larger units where they are none. */
function writeUptime(uptime: number): string {
	const whole = Math.floor(uptime);
	const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
	return `${hours > 0 ? `${hours}h` : ''}${whole >= 60 ? `${minutes}m` : ''}${whole % 60}s`;
}
