/**
Takes the place of undici's experimental parser of HTTP/1.1. It is never made, since nothing switches it on.
*/
export class H1Parser {
	constructor() {
		throw new Error('The experimental parser was not switched on');
	}
}

// eslint-disable-next-line unicorn/consistent-boolean-name -- It is undici's name.
export const getMiloEnabled = () => false;
