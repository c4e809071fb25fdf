const secretName = /token|secret|password|key/iv;

/** Whether a field of this name holds a secret, as the API's known ones do (`token`, `apiToken`, `password`, `accessKey`, `secretKey`) and any unknown one may. */
export function isSecretName(name: string): boolean {
	return secretName.test(name);
}
