/**
The only thing of the host that the core may touch: parsing a URL is pure, and every host has the same parser (WHATWG URL).
*/
declare class URL {
	static canParse(url: string, base?: string): boolean;
	hash: string;
	host: string;
	hostname: string;
	readonly href: string;
	readonly origin: string;
	password: string;
	pathname: string;
	port: string;
	protocol: string;
	search: string;
	username: string;
	constructor(url: string, base?: string);
}
