/**
 * The relay as CloudFront runs it: Lambda@Edge at the origin request of the behaviour `/aws/*`, with the body included. It
 * judges by the same rules, points the request to the AWS host, and keeps only what is signed. It logs nothing.
 */
import rules from './rules.js';

/** CloudFront forbids to change or take away these. */
const FIXED_HEADERS = ['accept-encoding', 'content-length', 'transfer-encoding', 'via'];

async function handler(event) {
  const request = event.Records[0].cf.request;
  const header = (name) => request.headers[name] && request.headers[name].map((one) => one.value).join(', ');
  const head = rules.judgeHead({
    method: request.method,
    target: request.uri + (request.querystring ? `?${request.querystring}` : ''),
    page: undefined,
    header,
  });
  if (head.why) return refusal(head);
  if (request.body.inputTruncated) return refusal({ status: 413, why: 'the body is too large' });
  const body = rules.judgeBody(head.service, Buffer.from(request.body.data, 'base64').toString('latin1'));
  if (body.why) return refusal(body);

  const kept = rules.PASSED_HEADERS.concat(FIXED_HEADERS).filter((name) => request.headers[name]);
  const headers = { host: [{ key: 'Host', value: head.host }] };
  for (const name of kept) headers[name] = request.headers[name];
  return {
    clientIp: request.clientIp,
    method: 'POST',
    uri: '/',
    querystring: '',
    headers,
    origin: {
      custom: {
        domainName: head.host,
        port: 443,
        protocol: 'https',
        path: '',
        sslProtocols: ['TLSv1.2'],
        readTimeout: 60,
        keepaliveTimeout: 5,
        customHeaders: {},
      },
    },
  };
}

function refusal({ status, why }) {
  return {
    status: String(status),
    statusDescription: 'Refused',
    headers: {
      'content-type': [{ key: 'Content-Type', value: 'text/plain' }],
      'x-rolewire-relay': [{ key: 'X-Rolewire-Relay', value: 'refused' }],
    },
    body: `${why}\n`,
  };
}

export default { handler };
