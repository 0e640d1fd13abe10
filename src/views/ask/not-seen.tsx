import type { ReactElement } from 'react';
import { CodeBlock } from '../findings/code-block.tsx';

export interface NotSeenProps {
  readonly notSeen: readonly string[];
  readonly commands: readonly string[];
}

/** What may change the answer and could not be seen, and the commands that would supply some of it. */
export function NotSeen({ notSeen, commands }: NotSeenProps): ReactElement | null {
  if (notSeen.length === 0 && commands.length === 0) return null;
  return (
    <section aria-label="Not seen" className="flex flex-col gap-1 text-sm">
      <h3 className="heading-caps">Not seen</h3>
      <ul className="ml-5 list-disc text-muted">
        {notSeen.map((each) => (
          <li key={each} className="break-words first-letter:uppercase">
            {each}
          </li>
        ))}
      </ul>
      {commands.length > 0 && (
        <div>
          <p className="mt-1">
            These commands supply what can be read. Give their output here, or open it as a file.
          </p>
          <CodeBlock what="commands" text={commands.join('\n')} />
        </div>
      )}
    </section>
  );
}
