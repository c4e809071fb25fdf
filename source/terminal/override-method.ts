type Method = (...given: readonly unknown[]) => unknown;

/**
Makes a proxy of a stream with one method replaced. `replace` is given the stream's own method and returns the new one.
All methods of the proxy run on the stream itself, not on the proxy.
*/
export function overrideMethod<Stream extends NodeJS.ReadStream | NodeJS.WriteStream>(
	stream: Stream,
	name: keyof Stream,
	replace: (own: Method) => Method,
): Stream {
	return new Proxy(stream, {
		get(target, property) {
			const value: unknown = Reflect.get(target, property, target);
			if (typeof value !== 'function') {
				return value;
			}

			const own: Method = (...given) => Reflect.apply(value, target, given);
			return property === name ? replace(own) : own;
		},
	});
}
