import type {Choices, Random} from './random.js';
import type {WireProfile} from './wire-instance.js';

const firstNames: Choices<string> = [
	'João',
	'Maria',
	'José',
	'Ana',
	'Antônio',
	'Beatriz',
	'Caio',
	'Débora',
	'Fábio',
	'Inês',
	'Lívia',
	'Márcio',
	'Patrícia',
	'Renata',
	'Thaís',
	'Vinícius',
	'Zélia',
	'Lucas',
];

const lastNames: Choices<string> = [
	'Silva',
	'Souza',
	'Gonçalves',
	'Araújo',
	'Conceição',
	'Magalhães',
	'Pereira',
	'Simões',
	'Nogueira',
	'Brandão',
	'Falcão',
	'Moura',
	'Teixeira',
	'Guimarães',
];

const businesses: Choices<string> = [
	'Farmácia Boa Saúde',
	'Padaria São João 🥖',
	'Clínica Sorriso',
	'Pizzaria da Praça 🍕',
	'Ótica Visão',
	'Auto Peças Irmãos Falcão',
	'Escola Pingo de Gente',
	'Pousada Maré Alta 🌊',
	'Café do Sertão ☕',
	'Imobiliária Horizonte',
	'Pet Shop Patinhas 🐾',
	'Academia Força Total',
	'Mercearia Dona Zélia',
	'Floricultura Jardim Íris 🌷',
	'Transportadora Rápido Norte',
	'Laboratório Análise',
	'Livraria Página Um',
	'Açaí da Orla',
];

/** Share of profiles that are businesses; a gateway such as this serves mostly shops. */
const businessShare = 0.6;

/** Generates the WhatsApp profile of a business or of a person. */
export function generateProfile(random: Random): WireProfile {
	const person = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
	const business = random.pick(businesses);
	const isBusiness = random.chance(businessShare);
	const picture = random.between(100_000_000, 999_999_999);
	return {
		name: isBusiness ? business : person,
		pictureUrl: `https://pps.whatsapp.net/v/t61.24694-24/${picture}_n.jpg?ccb=11-4&oh=${random.uuid().slice(0, 8)}`,
		isBusiness,
		businessName: isBusiness ? business.replace(/ \p{RGI_Emoji}$/v, '') : '',
	};
}
