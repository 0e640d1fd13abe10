import type { AccessAnswer, AccessVerdict, DecidingStatement, SideAnswer } from './access-verdict.ts';
import { andList } from './and-list.ts';

/** What the words of a verdict are made of. */
export interface AccessReasons {
  readonly answer: AccessAnswer;
  readonly deciding: readonly DecidingStatement[];
  readonly lacking: AccessVerdict['lacking'];
  /** What the role's own policies say for themselves. */
  readonly own: SideAnswer;
  readonly missingContext: readonly string[];
  readonly unread: readonly string[];
  /** Whether it's known if resource and principal are of one account. */
  readonly accountKnown: boolean;
}

/** The end of the sentence that says why: "statement 1 of policy AppAccess allows it". */
export function accessWords(reasons: AccessReasons): string {
  const { answer, deciding } = reasons;
  switch (answer) {
    case 'allowed':
      return andList(deciding.map((each) => `${nameOf(each)} allows it`));
    case 'explicitly-denied':
      return andList(deciding.map((each) => `${nameOf(each)} denies it`));
    case 'implicitly-denied':
      return andList(lackingWords(reasons));
    case 'cannot-tell':
      return andList(doubtWords(reasons));
  }
}

/** A statement for people, counted from 1 as people count: `statement 2 (AllowLogs) of policy AppAccess`. */
export function nameOf(statement: DecidingStatement): string {
  const sid = statement.sid === undefined ? '' : ` (${statement.sid})`;
  return `statement ${statement.statement + 1}${sid} of ${POLICY_WORDS[statement.from]} ${statement.policy}`;
}

const POLICY_WORDS: Readonly<Record<DecidingStatement['from'], string>> = {
  identity: 'policy',
  boundary: 'permissions boundary',
  resource: 'resource policy',
};

function lackingWords({ lacking, deciding }: AccessReasons): readonly string[] {
  if (lacking.length === 0) return ['no side allows it'];
  return lacking.map((side) => {
    const near = deciding.find((each) => each.from === side);
    const but = near === undefined ? '' : `; ${nameOf(near)} would if its conditions held`;
    switch (side) {
      case 'identity':
        return `no statement of its policies allows it${but}`;
      case 'boundary':
        return `its permissions boundary does not allow it${but}`;
      case 'resource':
        return `no resource-based policy allows it${but}`;
    }
  });
}

/** First what the role's own policies say, as that is known; then what it still hangs on. */
function doubtWords(reasons: AccessReasons): readonly string[] {
  const { deciding, missingContext, unread, accountKnown, own } = reasons;
  const words: string[] = [];
  if (missingContext.length > 0)
    words.push(`it depends on ${andList(missingContext)}, which is not known here`);
  if (unread.length > 0) words.push(`${andList(unread)} ${unread.length === 1 ? 'was' : 'were'} not read`);
  if (!accountKnown) words.push('it is not known whether the resource is of the same account');
  if (words.length > 0 && own === 'silent') words.unshift('no statement of its own policies allows it');
  if (words.length > 0 && own === 'allows') words.unshift('its own policies allow it');
  if (words.length === 0) {
    const odd = deciding.find((each) => each.effect === 'Deny') ?? deciding[0];
    words.push(
      odd === undefined
        ? 'AWS does not say'
        : `${nameOf(odd)} covers only a part of what is asked for, or AWS does not say whether it does`,
    );
  }
  return words;
}
