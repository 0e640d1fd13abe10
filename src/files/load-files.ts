import { fail } from '../base/result.ts';
import type { FileError } from './file-error.ts';
import { type FileReport, NOTHING_GIVEN, reportOf } from './file-report.ts';
import { type Allowance, allowanceOf } from './limits.ts';
import { mergeReadings } from './merge-readings.ts';
import type { FileReading } from './read-cli-document.ts';
import { type InputAnswer, type InputFile, readInput } from './read-input.ts';

/** What files opened together gave: the good ones as one reading, whatever the others are, and a report on each. */
export interface LoadedFiles {
  /** Absent when none of them could be used. */
  readonly reading?: FileReading | undefined;
  readonly reports: readonly FileReport[];
}

/** Takes the files of one load one by one, so that the bytes of only one are in memory. */
export class FileLoad {
  private readonly readings: FileReading[] = [];
  private readonly reports: FileReport[] = [];

  constructor(private readonly allowance: Allowance = allowanceOf()) {}

  add(file: InputFile): void {
    for (const given of readInput(file, this.allowance)) {
      const answer = refuseIfEmpty(given);
      this.reports.push(reportOf(answer));
      if (answer.result.ok) this.readings.push(answer.result.value);
    }
  }

  /** Puts down a file that could not even be had. */
  addFailure(report: Pick<FileReport, 'name' | 'bytes' | 'error'>): void {
    this.reports.push({ ...NOTHING_GIVEN, ...report });
  }

  result(): LoadedFiles {
    const { reports, readings } = this;
    return readings.length === 0 ? { reports } : { reading: mergeReadings(readings), reports };
  }
}

/** An object that has nothing to do with AWS reads as outputs of commands that nobody knows. */
function refuseIfEmpty(answer: InputAnswer): InputAnswer {
  if (!answer.result.ok) return answer;
  const { inventory } = answer.result.value;
  const gave = inventory.coverage.length + inventory.statements.length + inventory.instances.length;
  return gave > 0 ? answer : { ...answer, result: fail(nothingOfUse(answer.result.value)) };
}

function nothingOfUse({ notUsed }: FileReading): FileError {
  const [first] = notUsed;
  const more = notUsed.length > 1 ? ` and ${notUsed.length - 1} more` : '';
  const held = first === undefined ? '' : `Not used: “${first.command}”${more}. ${first.reason} `;
  return {
    kind: 'unknown-shape',
    message: 'The file holds no output of an AWS CLI command that Rolewire reads.',
    remedy: `${held}Save what aws ec2 describe-instances and aws iam list-instance-profiles print, and open that.`,
  };
}
