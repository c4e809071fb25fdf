import {changeInstance, type Change} from './change-instance.js';
import {
	generateChatwoot,
	generateProxy,
	generateS3,
	generateWebhook,
} from './integrations.js';
import type {Random} from './random.js';
import type {InstanceFactory, SimulatedInstance, Stability} from './factory.js';
import type {WireInstance} from './wire-instance.js';

/** Instance of the busy fleet that has a name of its own and something unusual. */
type SpecialInstance = {
	readonly name: string;
	/** `stable` if none is given, so that a monitor keeps showing what is unusual. */
	readonly stability?: Stability;
	readonly change: (instance: WireInstance, random: Random) => Change;
};

/**
Generates a believable fleet in which every state, oddity and integration occurs.
A fleet smaller than the table of special instances takes the first ones of it; a larger one is filled up with ordinary instances.
*/
export function populateBusy(count: number, factory: InstanceFactory, random: Random): readonly SimulatedInstance[] {
	const special = specialInstances.slice(0, count).map(item => createSpecial(item, factory, random.fork(item.name)));
	const ordinary = Array.from({length: count - special.length}, () => factory.create());
	return random.fork('order').shuffle([...special, ...ordinary]);
}

function createSpecial({name, stability = 'stable', change}: SpecialInstance, factory: InstanceFactory, random: Random): SimulatedInstance {
	const ordinary = factory.create(name);
	const instance = changeInstance(ordinary.instance, change(ordinary.instance, random), ordinary.pairedJid);
	return {
		instance, pairedJid: instance.connection?.numberJid ?? ordinary.pairedJid, stability,
	};
}

const neverPaired: Change = {
	numberJid: null,
	profile: {
		name: '', pictureUrl: '', isBusiness: false, businessName: '',
	},
};

const specialInstances: readonly SpecialInstance[] = [
	{name: 'sales-04', change: () => ({state: 'loggedout'})},
	{name: 'suporte', change: () => ({state: 'disconnected'})},
	{name: 'delivery-2', change: () => ({state: 'connecting'})},
	// Two are new: they were created when they were last updated, which is less than a month ago.
	{name: 'loja-nova', change: ({updatedAt}) => ({state: 'qr', ...neverPaired, createdAt: updatedAt})},
	{name: 'promoções', stability: 'flapping', change: () => ({})},
	{name: 'quiosque-3', change: () => ({state: 'disconnected', ...neverPaired})},
	{name: 'tablet-balcão', change: () => ({state: 'connecting', ...neverPaired})},
	{name: 'billing', change: () => ({state: 'disconnected', status: 'connected'})},
	{name: 'balcão-2', change: () => ({numberJid: null})},
	{
		name: 'central',
		change: (_, random) => ({chatwoot: {...generateChatwoot(random, 'Central'), status: 'error', error: 'inbox not found'}}),
	},
	{name: 'turismo', change: (_, random) => ({chatwoot: {...generateChatwoot(random, 'Férias'), status: 'paused'}})},
	{name: 'migração', change: (_, random) => ({chatwoot: {...generateChatwoot(random, 'Migração'), status: 'syncing'}})},
	{name: 'orçamentos', change: () => ({webhook: {enabled: true, url: null, events: []}})},
	{
		name: 'filial-manaus',
		change: (_, random) => ({proxy: {...generateProxy(random), host: null, port: null}}),
	},
	{
		name: 'integração-erp',
		stability: 'unstable',
		change: (_, random) => ({
			webhook: {
				enabled: true,
				url: `https://erp:${random.uuid().slice(0, 8)}@erp.example.com/in?loja=12&token=${random.uuid()}`,
				events: [],
			},
			websocket: {enabled: true, events: [], mediaBase64: true},
		}),
	},
	{
		name: 'zona-franca',
		stability: 'unstable',
		change: (_, random) => ({proxy: {...generateProxy(random), port: '1080', protocol: 'socks5'}}),
	},
	{
		name: 'laudos',
		stability: 'unstable',
		change: (_, random) => ({s3: generateS3(random), proxy: {...generateProxy(random), port: 8080}}),
	},
	{name: 'legado', change: () => ({proxy: undefined, chatwoot: undefined, s3: undefined})},
	{name: 'teste-api', change: () => ({websocket: null, chatwoot: null, settings: null})},
	{name: 'frota', change: () => ({connection: undefined})},
	{name: 'portaria', change: ({connection}) => ({numberJid: connection?.numberJid?.replace('@', ':12@') ?? null})},
	{name: 'denúncias', change: () => ({numberJid: '183920475610237@lid'})},
	{
		name: '🍕-pizzaria-da-praça',
		stability: 'unstable',
		change: ({updatedAt}, random) => ({
			createdAt: updatedAt,
			webhook: generateWebhook(random),
			profile: {
				name: '🍕 Pizzaria da Praça 👨‍🍳 Aberto até as 23h', pictureUrl: '', isBusiness: true, businessName: 'Pizzaria da Praça',
			},
		}),
	},
	{
		name: 'são-paulo-東京-importação',
		stability: 'unstable',
		change: () => ({
			profile: {
				name: '東京ストア São Paulo', pictureUrl: '', isBusiness: true, businessName: '東京ストア',
			},
		}),
	},
	{
		name: 'atendimento-ao-cliente-região-metropolitana-de-belo-horizonte-turno-da-noite',
		stability: 'unstable',
		change: () => ({
			profile: {
				name: 'Central de Atendimento ao Cliente da Região Metropolitana de Belo Horizonte',
				pictureUrl: '',
				isBusiness: true,
				businessName: 'Central BH',
			},
		}),
	},
];
