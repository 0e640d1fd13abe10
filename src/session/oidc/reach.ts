import type { SignInError } from '../session.ts';

/** How a server stands to this page. */
export type Reach = 'reached' | 'blocked-by-policy' | 'unreachable';

const TIMEOUT_MS = 10_000;

/**
 * Whether a server answers this page at all. The answer itself stays unread, so no CORS header is needed, and nothing about
 * the person is sent.
 */
export async function reach(url: string): Promise<Reach> {
  const { origin } = new URL(url);
  let blocked = false;
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    if (event.blockedURI.startsWith(origin)) blocked = true;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    await fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return 'reached';
  } catch {
    // The browser reports the violation in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return blocked ? 'blocked-by-policy' : 'unreachable';
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}

/** Why a call to an issuer, or to a service of AWS's, brought no answer. */
export function unreachedError(url: string, how: Reach): SignInError {
  const { host, origin } = new URL(url);
  switch (how) {
    case 'blocked-by-policy':
      return {
        kind: 'config',
        message: `This page is not allowed to talk to ${host}.`,
        advice: `Whoever hosts it has to add ${origin} to connect-src in its Content-Security-Policy.`,
      };
    case 'unreachable':
      return {
        kind: 'unreachable',
        message: `${host} could not be reached from this browser.`,
        advice: 'Check the network, a proxy or an extension that blocks it, and the host in config.json.',
      };
    case 'reached':
      return {
        kind: 'unreachable',
        message: `${host} answers, but not to calls from this page.`,
        advice: 'It has to allow the origin of this page (CORS), or the connection broke: try again.',
      };
  }
}
