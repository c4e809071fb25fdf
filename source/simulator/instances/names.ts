import type {Random} from './random.js';

const departments = [
	'vendas',
	'suporte',
	'cobrança',
	'entregas',
	'financeiro',
	'agenda',
	'pós-venda',
	'recepção',
	'marketing',
	'rh',
	'logística',
	'ouvidoria',
	'matrículas',
	'reservas',
];

const places = [
	'sp',
	'rj',
	'bh',
	'curitiba',
	'recife',
	'fortaleza',
	'salvador',
	'manaus',
	'poa',
	'brasília',
	'goiânia',
	'belém',
	'natal',
	'campinas',
	'santos',
	'niterói',
	'vitória',
	'floripa',
	'cuiabá',
	'maceió',
];

/** Makes the source of instance names: the next one at each call, never the same twice. */
export function createNames(random: Random): () => string {
	const pairs = random.shuffle(departments.flatMap(department => places.map(place => `${department}-${place}`)));
	let given = 0;
	return () => {
		const round = Math.floor(given / pairs.length);
		const name = pairs[given % pairs.length] ?? '';
		given += 1;
		return round === 0 ? name : `${name}-${round + 1}`;
	};
}
