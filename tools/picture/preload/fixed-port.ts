import module from 'node:module';
import net from 'node:net';
import process from 'node:process';

// `node --import` loads this file before the program.
//
// The program's own server listens on a free port, but `server.address()` always returns the port in STORY_PORT, and for each further
// server the next one.
//
// A connection to such a port is made to the port on which the server listens, or to that in STORY_SERVED, where another process serves.

const shown = Number(process.env.STORY_PORT);
if (!Number.isSafeInteger(shown) || shown < 1 || shown > 65_535) {
	throw new Error('STORY_PORT must be a port.');
}

const served = process.env.STORY_SERVED;

// The ports on which servers listen, in the order of those that are shown.
const real: number[] = served === undefined ? [] : [Number(served)];

const {address} = net.Server.prototype;
net.Server.prototype.address = function () {
	const found = address.call(this);
	if (found === null || typeof found === 'string') {
		return found;
	}

	if (!real.includes(found.port)) {
		real.push(found.port);
	}

	return {...found, port: shown + real.indexOf(found.port)};
};

const {connect} = net;
Object.assign(net, {
	connect({port, ...others}: net.TcpNetConnectOpts, done?: () => void) {
		// Whatever the types say, a port may be a text.
		return connect({...others, port: real.find((_, index) => String(shown + index) === String(port)) ?? port}, done);
	},
});
module.syncBuiltinESMExports();
