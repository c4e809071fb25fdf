/** A JSON value that is parsed when it is asked for: who keeps it keeps its bytes, and no objects, which take several times the memory. */
export abstract class LateJson {
	abstract read(): unknown;
}

/** The value, also of one that is parsed when it is asked for. */
export function readJson(value: unknown): unknown {
	return value instanceof LateJson ? value.read() : value;
}
