import { VENV } from './folders.ts';
import { type RunningServer, startServer } from './process.ts';

/** Starts moto. Policies are enforced only after `enforcePolicies`, so that it can be seeded first. */
export function startMoto(port: number, logFile: string): Promise<RunningServer> {
  return startServer({
    name: 'moto',
    command: `${VENV}/bin/moto_server`,
    args: ['-H', '127.0.0.1', '-p', String(port)],
    env: { PYTHONUNBUFFERED: '1' },
    port,
    readyUrl: `http://127.0.0.1:${port}/moto-api/`,
    logFile,
  });
}

/** From now on moto checks signatures and IAM policies (their conditions it leaves out). */
export async function enforcePolicies(url: string): Promise<void> {
  const answer = await fetch(`${url}/moto-api/reset-auth`, { method: 'POST', body: '0' });
  if (!answer.ok) throw new Error(`moto did not begin to enforce policies: HTTP ${answer.status}`);
}
