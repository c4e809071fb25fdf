import module from 'node:module';
import net from 'node:net';
import process from 'node:process';

// `node --import` loads this file before the program.
//
// The program's own server listens on a free port, but `server.address()` always returns the port in STORY_PORT.
//
// A connection to that port is made to the port on which the server listens.

const shown = Number(process.env.STORY_PORT);
if (!Number.isSafeInteger(shown) || shown < 1 || shown > 65_535) {
	throw new Error('STORY_PORT must be a port.');
}

let real = shown;

const {address} = net.Server.prototype;
net.Server.prototype.address = function () {
	const found = address.call(this);
	if (found === null || typeof found === 'string') {
		return found;
	}

	real = found.port;
	return {...found, port: shown};
};

const {connect} = net;
Object.assign(net, {
	connect({port, ...others}: net.TcpNetConnectOpts, done?: () => void) {
		return connect({...others, port: String(port) === String(shown) ? real : port}, done);
	},
});
module.syncBuiltinESMExports();
