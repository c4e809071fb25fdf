/** Headers of a web page. */
export const htmlHeaders = {'content-type': 'text/html; charset=utf-8'};

/** Web page of a gateway, as nginx sends it with 502. */
export const gatewayPage = [
	'<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>',
	'<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.24.0</center></body></html>\n',
].join('');
