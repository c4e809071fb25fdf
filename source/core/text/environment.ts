/** The variables a program was started with, handed in as data: `undefined` for one that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;
