import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { dirname } from 'node:path';

export interface ServerPlan {
  /** For messages: `MiniStack`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** Answers with any HTTP status once the server is ready. */
  readonly readyUrl: string;
  readonly logFile: string;
}

export interface RunningServer {
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 3_000;

/** Starts a server and waits until it answers. Throws with the end of its log when it doesn't. */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  if (await isTaken(plan.port)) {
    throw new Error(
      `${plan.name} can't start: port ${plan.port} is in use. Stop what listens there, perhaps an earlier run.`,
    );
  }
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = openSync(plan.logFile, 'w');
  const child = spawn(plan.command, plan.args, {
    stdio: ['ignore', log, log],
    env: { ...process.env, ...plan.env },
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `status ${code}`}`));
    child.once('error', (error) => resolve(error.message));
  });
  const stop = async (): Promise<void> => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    killGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, pause(STOP_LIMIT_MS)]);
    killGroup(child.pid, 'SIGKILL');
  };
  // A run that is cut short must not leave servers behind.
  process.once('exit', () => child.pid !== undefined && killGroup(child.pid, 'SIGKILL'));

  const problem = await Promise.race([ended, waitUntilReady(plan.readyUrl)]);
  if (problem === undefined) return { stop };
  await stop();
  throw new Error(`${plan.name} did not start: ${problem}. Its log ends with:\n${endOf(plan.logFile)}`);
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(url: string): Promise<string | undefined> {
  const giveUpAt = Date.now() + READY_LIMIT_MS;
  while (Date.now() < giveUpAt) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (answered) return undefined;
    await pause(100);
  }
  return `no answer from ${url} within ${READY_LIMIT_MS / 1000} s`;
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The group, not the process alone: both servers may start workers of their own. */
function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}

function endOf(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
}
