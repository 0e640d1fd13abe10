/**
 * What a relay lets through: a signed, read-only call of this page's own, to one of the listed hosts. One copy for nginx (njs
 * 0.7.9 of Debian 12 reads it, hence the plain syntax), for Vite, and for Lambda@Edge. It never sees a secret key; it does see
 * session tokens and answers, so nothing here may be logged but host, action and status.
 */
import allowed from './allowed.js';

const PREFIX = '/aws/';
/** Bytes of a request's body. The longest call of the app takes about one in thirty of it. */
const BODY_LIMIT = 65536;

/** The only headers that go on to AWS: those that are signed, and the signature. */
const PASSED_HEADERS = [
  'authorization',
  'content-type',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
  'x-amz-user-agent',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
];

const CONTENT_TYPE = /^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i;
const SIGNATURE =
  /^AWS4-HMAC-SHA256 Credential=[A-Za-z0-9]+\/[0-9]{8}\/[a-z0-9-]+\/([a-z0-9]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=[0-9a-f]{64}$/;
/** What the SDK leaves unescaped in a form, so that no reader of forms can see other fields in it than this one. */
const FORM = /^[A-Za-z0-9_.~*%+=&-]*$/;
const FIELD = /^[A-Za-z0-9_.-]+$/;

/**
 * Judges all but the body. `target` is the request's own, not decoded; `header(name)` gives a header or undefined; `page` is
 * the Host header, or undefined where the relay does not know it: then the browser itself has to say "same-origin".
 */
function judgeHead(request) {
  if (request.method !== 'POST') return refuse(405, 'only POST passes');
  const host = hostOf(request.target);
  if (host === undefined) return refuse(404, 'this host or path is not on the list');
  const service = allowed.hosts[host];

  if (!isOfThisPage(request)) return refuse(403, 'the call does not come from this page');
  if (!CONTENT_TYPE.test(request.header('content-type') || '')) {
    return refuse(415, 'only form-urlencoded bodies pass');
  }
  if (request.header('content-encoding')) return refuse(415, 'encoded bodies do not pass');
  if (Number(request.header('content-length')) > BODY_LIMIT) return refuse(413, 'the body is too large');

  const signature = SIGNATURE.exec(request.header('authorization') || '');
  if (signature === null) return refuse(403, 'only calls with a Signature Version 4 pass');
  if (signature[1] !== service) return refuse(403, 'the call is signed for another service');
  if (signature[2].split(';').indexOf('host') < 0)
    return refuse(403, 'the signature does not cover the host');
  return { host: host, service: service };
}

/** Judges the body, a text, of a call to a service that {@link judgeHead} gave. */
function judgeBody(service, body) {
  if (body.length > BODY_LIMIT) return refuse(413, 'the body is too large');
  if (!FORM.test(body)) return refuse(400, 'the body is not a form as the AWS SDK writes it');
  const fields = body.split('&').map((field) => field.split('='));
  if (fields.some((parts) => parts.length !== 2 || !FIELD.test(parts[0]))) {
    return refuse(400, 'the body is not a form as the AWS SDK writes it');
  }
  const actions = fields.filter((parts) => parts[0].toLowerCase() === 'action');
  if (actions.length !== 1 || actions[0][0] !== 'Action') return refuse(400, 'the body must name one Action');
  const action = actions[0][1];
  return has(allowed.actions[service], action)
    ? { action: action }
    : refuse(403, 'this action is not on the list of read calls');
}

function hostOf(target) {
  if (target.slice(0, PREFIX.length) !== PREFIX || target.slice(-1) !== '/') return undefined;
  const host = target.slice(PREFIX.length, -1);
  return has(allowed.hosts, host) ? host : undefined;
}

function isOfThisPage(request) {
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site');
  if (request.page === undefined) return site === 'same-origin';
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === `https://${request.page}` || origin === `http://${request.page}`;
}

function has(table, key) {
  return Object.prototype.hasOwnProperty.call(table, key);
}

function refuse(status, why) {
  return { status: status, why: why };
}

export default { judgeHead, judgeBody, PASSED_HEADERS, BODY_LIMIT };
