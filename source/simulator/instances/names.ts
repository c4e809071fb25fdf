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

/** Makes a generator of instance names. Each call returns the next name, and none comes twice. */
export function createNameGenerator(random: Random): () => string {
	const pairs = random.shuffle(departments.flatMap(department => places.map(place => `${department}-${place}`)));
	let count = 0;
	return () => {
		const round = Math.floor(count / pairs.length);
		const name = pairs[count % pairs.length] ?? '';
		count += 1;
		return round === 0 ? name : `${name}-${round + 1}`;
	};
}
