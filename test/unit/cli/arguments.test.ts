import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findUnknownOptions, tokenAsArgument} from '../../../source/cli/arguments.js';

const check = (cases: ReadonlyArray<readonly [argv: readonly string[], problems: readonly string[]]>) => {
	for (const [argv, problems] of cases) {
		assert.deepEqual(findUnknownOptions(argv), problems, argv.join(' '));
	}
};

test('options that are written as in the table are fine, wherever they stand', () => {
	check([
		[[], []],
		[['--demo', '--scenario', 'busy', '--seed=1', '--ascii'], []],
		[['simulate', '--port', '0'], []],
		[['--url', 'a', '--url=b=c'], []],
		[['--seed', '-3'], []],
		[['--token-file', '-'], []],
		[['-', '-5'], []],
		[['-h', '-V', 'list'], []],
	]);
});

test('an unknown option is named, with the nearest known one', () => {
	check([
		[['--asci'], ['There is no option --asci. Did you mean --ascii?']],
		[['-url', 'x'], ['There is no option -url. Did you mean --url?']],
		[['--tokenFile=x'], ['There is no option --tokenFile. Did you mean --token-file?']],
		[['--no-demo'], ['There is no option --no-demo.']],
		[['--shout'], ['There is no option --shout.']],
		[['--constructor', '---', '--=x'], ['There is no option --constructor.', 'There is no option ---.', 'There is no option --.']],
		[['--\u{1B}[2J'], ['There is no option --␛[2J.']],
		[[`--${'x'.repeat(60)}`], [`There is no option --${'x'.repeat(45)}….`]],
	]);
});

test('a token on the command line is answered with the reason, and not repeated', () => {
	check([
		[['--token', 's3cret'], [tokenAsArgument]],
		[['--token=s3cret'], [tokenAsArgument]],
		[['--token', '-s3cret'], [tokenAsArgument]],
		[['--token', '--s3cret'], [tokenAsArgument]],
		[['-token', 's3cret'], [tokenAsArgument]],
		[['--api-key=s3cret'], [tokenAsArgument]],
		[['--token', '--asci'], [tokenAsArgument]],
		[['--token', '--url'], [tokenAsArgument, '--url needs a value: --url URL.']],
		[['-hs3cret'], ['-h stands alone: leave out the letters after it.']],
		[['-xs3cret'], ['There is no option -x.']],
	]);
});

test('an option without its value is named with what belongs there', () => {
	check([
		[['--url'], ['--url needs a value: --url URL.']],
		[['--url='], ['--url needs a value: --url URL.']],
		[['--instance', ''], ['--instance needs a value: --instance A,B.']],
		[['--interval', '--demo'], ['--interval needs a value: --interval TIME.']],
		[['--url', 'a', '--url'], ['--url needs a value: --url URL.']],
	]);
});

test('a switch takes no value', () => {
	check([[['--ascii=no', '--demo='], [
		'--ascii takes no value: write --ascii alone, or leave it out.',
		'--demo takes no value: write --demo alone, or leave it out.',
	]]]);
});
