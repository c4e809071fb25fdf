// The plain monitor, which ryzetop is compared with: an hour's work with Ink, a table component and fetch.
import process from 'node:process';
import {Table} from 'ink-table';
import {
	Box,
	render,
	Text,
	useApp,
	useInput,
} from 'ink';
import {useEffect, useState} from 'react';

const url = process.env.RYZE_URL ?? '';
const token = process.env.RYZE_TOKEN ?? '';
const interval = Number(process.argv[2] ?? '5000');

const blocks = ['webhook', 'websocket', 'chatwoot', 'proxy', 's3'] as const;

type Instance = {
	readonly name: string;
	readonly connection?: {readonly state?: string; readonly numberJid?: string | undefined; readonly presenceStatus?: string};
	readonly profile?: {readonly name?: string};
} & Readonly<Record<(typeof blocks)[number], {readonly enabled?: boolean} | undefined>>;

const since = new Map<string, {state: string; at: number}>();

function toRow(instance: Instance, isSelected: boolean) {
	const state = instance.connection?.state ?? '';
	const previous = since.get(instance.name);
	if (previous?.state !== state) {
		since.set(instance.name, {state, at: Date.now()});
	}

	const number = instance.connection?.numberJid?.split('@', 1)[0] ?? '-';
	return {
		' ': isSelected ? '>' : ' ',
		state,
		name: instance.name,
		number,
		profile: instance.profile?.name ?? '-',
		since: `${Math.floor((Date.now() - (since.get(instance.name)?.at ?? 0)) / 60_000)}m`,
		do: toAction(state, number),
		WSCP3: blocks.map((block, index) => instance[block]?.enabled === true ? 'WSCP3'.charAt(index) : '.').join(''),
		presence: instance.connection?.presenceStatus ?? '-',
	};
}

function toAction(state: string, number: string) {
	if (state === 'connected') {
		return 'ok';
	}

	if (state === 'connecting') {
		return 'wait';
	}

	return number === '-' ? 'pair' : 'reconnect';
}

const rank = (instance: Instance) => Number(instance.connection?.state === 'connected');
const compare = (one: Instance, other: Instance) => rank(one) === rank(other)
	? one.name.localeCompare(other.name)
	: rank(one) - rank(other);

function App() {
	const {exit} = useApp();
	const [instances, setInstances] = useState<readonly Instance[]>([]);
	const [selected, setSelected] = useState(0);
	const [top, setTop] = useState(0);
	const [status, setStatus] = useState('connecting');
	const height = Math.max(1, Math.floor(((process.stdout.rows ?? 24) - 4) / 2));

	useEffect(() => {
		const poll = async () => {
			try {
				const response = await fetch(`${url}/api/instance/list`, {headers: {token}});
				const body = await response.json() as {instances: readonly Instance[]};
				setInstances(body.instances.toSorted(compare));
				setStatus(`live ${new Date().toLocaleTimeString()}`);
			} catch (error) {
				setStatus(String(error));
			}
		};

		void poll();
		const timer = setInterval(() => {
			void poll();
		}, interval);
		return () => {
			clearInterval(timer);
		};
	}, []);

	useInput((input, key) => {
		if (input === 'q') {
			exit();
		} else if (key.downArrow || input === 'j') {
			const next = Math.min(instances.length - 1, selected + 1);
			setSelected(next);
			setTop(Math.max(top, next - height + 1));
		} else if (key.upArrow || input === 'k') {
			const next = Math.max(0, selected - 1);
			setSelected(next);
			setTop(Math.min(top, next));
		}
	});

	const rows = instances.slice(top, top + height).map((instance, index) => toRow(instance, top + index === selected));
	return (
		<Box flexDirection='column'>
			<Text>{`plain ${status} ${instances.length}`}</Text>
			{rows.length === 0 ? <Text>no instances</Text> : <Table data={rows}/>}
		</Box>
	);
}

render(<App/>, {alternateScreen: true});
