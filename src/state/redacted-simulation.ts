import type { SimulationOutcome, SimulationRequest } from '../collect/simulation.ts';
import type { Redaction } from './workspace.ts';

type Question = Omit<SimulationRequest, 'roleArn'>;

/** A question asked under pseudonyms, as AWS has to hear it. */
export function revealQuestion(question: Question, { isOwn, reveal }: Redaction): Question {
  if (!isOwn) return question;
  return {
    pairs: question.pairs.map(({ action, resource }) => ({ action, resource: reveal(resource) })),
    context: question.context.map((key) => ({ ...key, values: key.values.map(reveal) })),
  };
}

/** AWS's answer as it may be shown. */
export function redactOutcome(outcome: SimulationOutcome, redaction: Redaction): SimulationOutcome {
  if (!redaction.isOwn) return outcome;
  const { text, name } = redaction;
  if (!outcome.ok) {
    const { message } = outcome.failure;
    return {
      ok: false,
      failure: { ...outcome.failure, ...(message !== undefined && { message: text(message) }) },
    };
  }
  return {
    ...outcome,
    results: outcome.results.map((result) => ({
      ...result,
      resource: text(result.resource),
      matched: result.matched.map((statement) => ({
        ...statement,
        policyId: policyId(statement.policyId, name),
      })),
      missingContext: result.missingContext.map((key) => key.replace(/(?<=\/).*/, name)),
    })),
  };
}

/** For an inline policy `role_NAME_POLICY`. */
function policyId(id: string, name: (name: string) => string): string {
  const kind = /^(?:user|group|role)_/.exec(id)?.[0] ?? '';
  return kind + name(id.slice(kind.length));
}
