/**
Stands in the bundle for undici's HTTP/2, which the client never offers (`allowH2: false`) and which loads Node's own and its cryptography.
*/
export default function connectH2() {
	throw new Error('HTTP/2 was not offered');
}
