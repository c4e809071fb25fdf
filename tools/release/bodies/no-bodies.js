/**
Takes the place of undici's request bodies. It is never called, since no request has one.
*/
export function extractBody() {
	throw new Error('No request has a body');
}

export const webidl = {is: {FormData: () => false}};
