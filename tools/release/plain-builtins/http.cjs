/**
The longest headers that Node takes by default, in bytes.
*/
exports.maxHeaderSize = 16_384;

/**
Takes the place of the class of messages that Node itself has read. Undici looks whether a body is one; none is.
*/
exports.IncomingMessage = class IncomingMessage {
	constructor() {
		throw new Error('Nothing is read by Node itself');
	}
};
