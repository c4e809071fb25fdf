/**
Takes the place of undici's HTTP/2 client. It is never called, since the client never offers HTTP/2.
*/
export default function connectH2() {
	throw new Error('HTTP/2 was not offered');
}
