import type {Instance} from '../instance/instance.js';
import {
	rawId,
	rawName,
	rawNumber,
	rawState,
} from '../instance/raw-text.js';
import {wireJson} from '../json/wire.js';
import {accept, refuse, type Parsed} from '../text/parsed.js';
import {placeholderOf, type CustomCommand, type Placeholder} from './custom-command.js';

/** An instance that a command is run for, with what this program knows of it beside the answer. */
export type RunSubject = {
	readonly instance: Instance;
	/** Name of the account. */
	readonly account: string;
	/** Address of the API. */
	readonly url: string;
	/** For the field `ryzetop` of the JSON; it has no secrets. */
	readonly computed: Readonly<Record<string, unknown>>;
};

/** A program to start. */
export type Run = {
	readonly argv: readonly [program: string, ...argv: string[]];
	/** Variables that are added to its environment. */
	readonly variables: Readonly<Record<string, string>>;
	/** What it reads on standard input: JSON, in which secrets are masked. */
	readonly input: string;
};

/**
Makes the program to start for an instance. Each value is an argument of its own, as it came, so that nothing in it can be more than a
value; one that a program could take for an option, or that would be another one on the way, is refused. The problem is the end of a
sentence.
*/
export function buildRun({run}: CustomCommand, subject: RunSubject): Parsed<Run> {
	const values = valuesOf(subject);
	const [program, ...written] = run;
	const argv: [string, ...string[]] = [program];
	for (const [index, argument] of written.entries()) {
		const placeholder = placeholderOf(argument);
		const value = placeholder === undefined ? argument : values[placeholder];
		const problem = placeholder === undefined ? undefined : checkValue(placeholder, subject, {value, isBehindDashes: written.slice(0, index).includes('--')});
		if (problem !== undefined) {
			return refuse(problem);
		}

		argv.push(value);
	}

	return accept({argv, variables: writeVariables(subject), input: `${writeInstance(subject)}\n`});
}

/** Makes the program to start once for all instances that are shown: it reads them as JSON, and knows their account if all share it. */
export function buildRunForAll({run}: CustomCommand, subjects: readonly RunSubject[]): Run {
	const accounts = [...new Set(subjects.map(({account}) => account))];
	const [account] = accounts;
	return {
		argv: run,
		variables: account === undefined || accounts.length > 1 ? {} : {RYZETOP_ACCOUNT: toVariable(account)},
		input: `{"instances":[${subjects.map(subject => writeInstance(subject)).join(',')}]}\n`,
	};
}

function valuesOf({instance, account, url}: RunSubject): Readonly<Record<Placeholder, string>> {
	return {
		name: rawName(instance), id: rawId(instance), number: digitsOf(instance), account, url,
	};
}

/** The digits of the paired number, without the device and the server. */
function digitsOf(instance: Instance): string {
	return (rawNumber(instance).split(/[:@]/v, 1)[0] ?? '').replaceAll(/\D/gv, '');
}

/** Why a value cannot be an argument. */
function checkValue(
	placeholder: Placeholder,
	{instance}: RunSubject,
	{value, isBehindDashes}: {readonly value: string; readonly isBehindDashes: boolean},
): string | undefined {
	if (value === '') {
		return `it has no ${placeholder}`;
	}

	if (placeholder === 'name' && value !== rawName(instance, true)) {
		return 'a part of its name is secret';
	}

	// The system ends an argument there, and Node writes another character for half of a pair.
	if (value.includes('\0') || !value.isWellFormed()) {
		return `its ${placeholder} has a character that no argument can hold`;
	}

	return value.startsWith('-') && !isBehindDashes ? `its ${placeholder} begins with a dash; put "--" before "{${placeholder}}" in run` : undefined;
}

function writeVariables(subject: RunSubject): Run['variables'] {
	const {name, id, number, account, url} = valuesOf(subject);
	const state = rawState(subject.instance);
	return {
		RYZETOP_NAME: toVariable(name),
		RYZETOP_ID: toVariable(id),
		RYZETOP_NUMBER: number,
		RYZETOP_STATE: toVariable(state),
		RYZETOP_ACCOUNT: toVariable(account),
		RYZETOP_URL: toVariable(url),
	};
}

/** No variable can hold a null character, and none half of a pair. */
function toVariable(value: string): string {
	return value.replaceAll('\0', '\u{FFFD}').toWellFormed();
}

/** The instance as it came, with its secrets masked. */
function writeInstance({instance, account, url, computed}: RunSubject): string {
	return wireJson(instance.wire, false, {ryzetop: {...computed, account, url}});
}
