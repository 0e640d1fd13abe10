/** The relay as nginx runs it (njs): judges a request, then hands it to the location that sends it on, or refuses it. */
import rules from './rules.js';

function handle(r) {
  const head = rules.judgeHead({
    method: r.method,
    // As it came: nginx decodes and shortens the path that it matches locations by.
    target: r.variables.request_uri,
    page: r.variables.http_host,
    header: (name) => r.headersIn[name],
  });
  if (head.why) return refuse(r, head);
  const body = rules.judgeBody(head.service, r.requestText || '');
  r.variables.rolewire_host = head.host;
  if (body.why) return refuse(r, body);
  r.variables.rolewire_action = body.action;
  r.internalRedirect('@rolewire_relay_send');
}

function refuse(r, refusal) {
  r.return(refusal.status, `${refusal.why}\n`);
}

export default { handle };
