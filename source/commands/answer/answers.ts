/**
Gives the answer to a command line whose answer is the same at every start, such as `--help`. The build fills them in, see
`tools/release/answers`; here there are none.
*/
export const answerTo: (line: string) => string | undefined = () => undefined;
