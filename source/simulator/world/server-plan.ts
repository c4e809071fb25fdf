/** How the simulated server is: for how many seconds it has been up, and whether a check of it fails. */
export type ServerState = {readonly uptime: number; readonly isDegraded: boolean};

/** Gives how the server is so many seconds after the world began. */
export type ServerPlan = (seconds: number) => ServerState;

/** Seconds for which it was up when the world began: three days and some hours. */
const upBefore = 270_000;

/** A server that goes on and on. */
export const steadyServer: ServerPlan = seconds => ({uptime: upBefore + Math.max(0, seconds), isDegraded: false});

/** Seconds of an outage before the server says that it is not well, and before somebody restarts it, which mends that. */
const illAfter = 20;
const restartedAfter = 75;

/** A server that has to be restarted in each outage. The first begins at `first` seconds, the others a `period` after each other. */
export function restartingServer(first: number, period: number): ServerPlan {
	return seconds => {
		const sinceRestart = seconds - first - restartedAfter;
		const inOutage = (seconds - first) % period;
		return {
			uptime: sinceRestart < 0 ? steadyServer(seconds).uptime : sinceRestart % period,
			isDegraded: inOutage >= illAfter && inOutage < restartedAfter,
		};
	};
}
