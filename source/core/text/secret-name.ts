const secretName = /token|secret|password|key/iv;

/**
Whether a field of this name holds a secret, as documented fields of the API do
(`token`, `apiToken`, `password`, `accessKey`, `secretKey`) and undocumented ones may.
*/
export function isSecretName(name: string): boolean {
	return secretName.test(name);
}
