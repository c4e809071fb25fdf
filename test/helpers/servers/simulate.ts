import {startSimulator, type Simulator, type SimulatorOptions} from '../../../source/simulator/server/server.js';

/** A calm account on loopback, with as many calls as a test wants, which is closed when its holder goes out of scope. */
export async function simulate(options: Partial<SimulatorOptions> = {}): Promise<Simulator & AsyncDisposable> {
	const simulator = await startSimulator({
		scenario: 'calm', now: Date.now, rateLimit: 100_000, ...options,
	});
	return {...simulator, [Symbol.asyncDispose]: simulator.close};
}
