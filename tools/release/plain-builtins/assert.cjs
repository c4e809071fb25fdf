// Takes the place of Node's own: throws unless a condition is met.

module.exports = assert;
module.exports.equal = (one, other, message) => {
	assert(one === other, message);
};

function assert(condition, message = 'A condition of a library is not met') {
	if (!condition) {
		throw message instanceof Error ? message : new Error(message);
	}
}
