import { ROOT, VENV } from './folders.ts';
import { type RunningServer, startServer } from './process.ts';

/**
 * Starts MiniStack with `AUTH` on: it then checks every signature and session token and enforces IAM policies with
 * their conditions. A 12-digit access key id with the secret `test` is the root of the account of that number.
 */
export function startMiniStack(port: number, logFile: string): Promise<RunningServer> {
  return startServer({
    name: 'MiniStack',
    command: `${VENV}/bin/python`,
    args: ['-m', 'hypercorn', 'ministack_as_aws:app', '--bind', `127.0.0.1:${port}`],
    env: {
      PYTHONPATH: `${ROOT}/e2e/servers`,
      PYTHONDONTWRITEBYTECODE: '1',
      GATEWAY_PORT: String(port),
      AUTH: 'true',
      LOG_LEVEL: 'WARNING',
      // Whatever the shell holds: MiniStack would take these as its root credentials.
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SESSION_TOKEN: '',
      PYTHONUNBUFFERED: '1',
    },
    port,
    readyUrl: `http://127.0.0.1:${port}/_ministack/health`,
    logFile,
  });
}
