import process from 'node:process';
import {startSimulator} from '../source/simulator/server/server.js';

// A simulator whose answers are remembered as the API's are, in a process of its own. It ends with its standard input.
const {url, token} = await startSimulator({
	scenario: 'busy', instances: Number(process.argv[2]), now: Date.now, isMarked: false, rateLimit: 1_000_000,
});
process.stdout.write(`export RYZE_URL='${url}'\nexport RYZE_TOKEN='${token}'\n`);
