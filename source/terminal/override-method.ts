type Method = (...given: readonly unknown[]) => unknown;

/** A stream that does one thing in another way: `replace` is handed the stream's own method, and gives the one in its place. */
export function overrideMethod<Stream extends NodeJS.ReadStream | NodeJS.WriteStream>(stream: Stream, name: keyof Stream, replace: (own: Method) => Method): Stream {
	return new Proxy(stream, {
		get(target, asked) {
			const value: unknown = Reflect.get(target, asked, target);
			if (typeof value !== 'function') {
				return value;
			}

			const own: Method = (...given) => Reflect.apply(value, target, given);
			return asked === name ? replace(own) : own;
		},
	});
}
