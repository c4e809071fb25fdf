/** Environment variables of the program, passed in as data; `undefined` for one that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;
