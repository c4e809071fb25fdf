import {changeInstance, type Change} from './change-instance.js';
import {
	drawChatwoot,
	drawProxy,
	drawS3,
	drawWebhook,
} from './integrations.js';
import type {Random} from './random.js';
import type {InstanceFactory, SimulatedInstance, Temperament} from './factory.js';
import type {WireInstance} from './wire-instance.js';

/** Somebody in the fleet with something odd. `temper` is `still` where none is given, so that the oddity stays in sight. */
type Character = {
	readonly name: string;
	readonly temper?: Temperament;
	readonly change: (instance: WireInstance, random: Random) => Change;
};

/** Draws a believable fleet in which every state, oddity and integration occurs; one smaller than the cast has the first of it. */
export function populateBusy(count: number, registry: InstanceFactory, random: Random): readonly SimulatedInstance[] {
	const cast = characters.slice(0, count).map(character => play(character, registry, random.fork(character.name)));
	const extras = Array.from({length: count - cast.length}, () => registry.enrol());
	return random.fork('order').shuffle([...cast, ...extras]);
}

function play({name, temper = 'still', change}: Character, registry: InstanceFactory, random: Random): SimulatedInstance {
	const resident = registry.enrol(name);
	const instance = changeInstance(resident.instance, change(resident.instance, random), resident.homeJid);
	return {
		instance, homeJid: instance.connection?.numberJid ?? resident.homeJid, temper,
	};
}

const neverPaired: Change = {
	numberJid: null,
	profile: {
		name: '', pictureUrl: '', isBusiness: false, businessName: '',
	},
};

const characters: readonly Character[] = [
	{name: 'sales-04', change: () => ({state: 'loggedout'})},
	{name: 'suporte', change: () => ({state: 'disconnected'})},
	{name: 'delivery-2', change: () => ({state: 'connecting'})},
	{name: 'loja-nova', change: () => ({state: 'qr', ...neverPaired})},
	{name: 'promoções', temper: 'flapping', change: () => ({})},
	{name: 'quiosque-3', change: () => ({state: 'disconnected', ...neverPaired})},
	{name: 'tablet-balcão', change: () => ({state: 'connecting', ...neverPaired})},
	{name: 'billing', change: () => ({state: 'disconnected', status: 'connected'})},
	{name: 'balcão-2', change: () => ({numberJid: null})},
	{
		name: 'central',
		change: (_, random) => ({chatwoot: {...drawChatwoot(random, 'Central'), status: 'error', error: 'inbox not found'}}),
	},
	{name: 'turismo', change: (_, random) => ({chatwoot: {...drawChatwoot(random, 'Férias'), status: 'paused'}})},
	{name: 'migração', change: (_, random) => ({chatwoot: {...drawChatwoot(random, 'Migração'), status: 'syncing'}})},
	{name: 'orçamentos', change: () => ({webhook: {enabled: true, url: null, events: []}})},
	{
		name: 'filial-manaus',
		change: (_, random) => ({proxy: {...drawProxy(random), host: null, port: null}}),
	},
	{
		name: 'integração-erp',
		temper: 'drifting',
		change: (_, random) => ({webhook: {enabled: true, url: `https://erp:${random.uuid().slice(0, 8)}@erp.example.com/in?loja=12&token=${random.uuid()}`, events: []}, websocket: {enabled: true, events: [], mediaBase64: true}}),
	},
	{name: 'zona-franca', temper: 'drifting', change: (_, random) => ({proxy: {...drawProxy(random), port: '1080', protocol: 'socks5'}})},
	{name: 'laudos', temper: 'drifting', change: (_, random) => ({s3: drawS3(random), proxy: {...drawProxy(random), port: 8080}})},
	{name: 'legado', change: () => ({proxy: undefined, chatwoot: undefined, s3: undefined})},
	{name: 'teste-api', change: () => ({websocket: null, chatwoot: null, settings: null})},
	{name: 'frota', change: () => ({connection: undefined})},
	{name: 'portaria', change: ({connection}) => ({numberJid: connection?.numberJid?.replace('@', ':12@') ?? null})},
	{name: 'denúncias', change: () => ({numberJid: '183920475610237@lid'})},
	{
		name: '🍕-pizzaria-da-praça',
		temper: 'drifting',
		change: (_, random) => ({
			webhook: drawWebhook(random),
			profile: {
				name: '🍕 Pizzaria da Praça 👨‍🍳 Aberto até as 23h', pictureUrl: '', isBusiness: true, businessName: 'Pizzaria da Praça',
			},
		}),
	},
	{
		name: 'são-paulo-東京-importação',
		temper: 'drifting',
		change: () => ({
			profile: {
				name: '東京ストア São Paulo', pictureUrl: '', isBusiness: true, businessName: '東京ストア',
			},
		}),
	},
	{
		name: 'atendimento-ao-cliente-região-metropolitana-de-belo-horizonte-turno-da-noite',
		temper: 'drifting',
		change: () => ({
			profile: {
				name: 'Central de Atendimento ao Cliente da Região Metropolitana de Belo Horizonte', pictureUrl: '', isBusiness: true, businessName: 'Central BH',
			},
		}),
	},
];
