import { createHash } from 'node:crypto';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteIamActions } from './deploy/iam-actions/vite-iam-actions.ts';
import { viteRelay } from './deploy/relay/vite-relay.ts';
import { PARTITIONS } from './src/base/partitions.ts';

/** The API hosts of every AWS partition. VPC endpoints lie under the same names. */
const AWS_HOSTS = [
  ...new Set(
    PARTITIONS.flatMap(({ dnsSuffix, dualStackSuffix }) => [dnsSuffix, dualStackSuffix]).map(
      (suffix) => `https://*.${suffix}`,
    ),
  ),
];

/** User pools without a custom domain have their managed login, token endpoint included, under this name. */
const MANAGED_LOGINS = 'https://*.amazoncognito.com';

/** The two style elements that react-aria adds at run time, letter by letter: its press handling and its scroll lock. */
const REACT_ARIA_STYLES = [
  `@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}`,
  `@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}`,
].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/** `ROLEWIRE_RELAY=1 npm start`: this server passes calls on to AWS, for whoever can't call it from the browser. */
const relay = process.env['ROLEWIRE_RELAY'] === '1' ? [viteRelay()] : [];

export default defineConfig({
  plugins: [react(), tailwindcss(), contentSecurityPolicy(), viteIamActions(), ...relay],
  build: { target: 'es2022' },
});

/**
 * Puts the Content-Security-Policy into the built page. `ROLEWIRE_CONNECT_SRC` adds hosts to talk to, separated by
 * spaces, for builds whose `config.json` names endpoints outside of AWS, OpenID Connect issuers, or custom domains of user pools;
 * without a build, add them to `connect-src` in the built `index.html`. A page can't forbid being framed by a meta
 * element: send `frame-ancestors 'none'` as a header where the files are served.
 */
function contentSecurityPolicy(): Plugin {
  const connect = ["'self'", ...AWS_HOSTS, MANAGED_LOGINS, process.env['ROLEWIRE_CONNECT_SRC'] ?? '']
    .join(' ')
    .trim();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${REACT_ARIA_STYLES.join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    name: 'rolewire-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
