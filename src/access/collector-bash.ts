import { type CollectorCall, collectorCalls } from './collector-calls.ts';
import { collectorHeader } from './collector-header.ts';
import type { CollectorRequest } from './collector-request.ts';
import { wrapAtCommas } from './wrap-at-commas.ts';

/**
 * A script for bash 3.2 or newer (AWS CloudShell, Linux, macOS) with gzip and any AWS CLI. It only reads, and writes one
 * `rolewire-<account>-<date>.json.gz`: an object of outputs keyed by command, as `src/files` reads it. Outputs go straight
 * into the file, so no account is too large; the AWS CLI prints an output whole or, when a page fails, not at all.
 */
export function bashCollector(request: CollectorRequest, fileName: string): string {
  const calls = collectorCalls(request.policies);
  const needs = 'bash, gzip and the AWS CLI (AWS CloudShell has them)';
  return `#!/usr/bin/env bash
${collectorHeader(request, needs, `bash ${fileName}`)}

set -uo pipefail
umask 077
start=\${AWS_REGION:-\${AWS_DEFAULT_REGION:-$(aws configure get region)}}
export AWS_DEFAULT_REGION="\${start:-${request.regions[0] ?? 'us-east-1'}}"
export AWS_PAGER='' AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=5

account=$(aws sts get-caller-identity --query Account --output text) || {
  echo 'AWS does not say who is signed in, so nothing was collected.' >&2
  exit 1
}
file="rolewire-$account-$(date -u +%Y-%m-%d).json.gz"
${chooseRegions(request)}

# Runs one AWS command. Prints its name with its output, or with {"error": what AWS said} if it fails.
failed=0
ask() {
  local name="$*" error
  name=\${name%% --query *}
  printf ',\\n"%s": ' "$name"
  error=$(aws "$@" --output json 2>&1 >&3) && return
  error=$(printf '%s' "$error" | LC_ALL=C tr '[:cntrl:]' ' ')
  echo "  not read: $name:$error" >&2
  printf '{"error": "%s"}' "$(printf '%s' "$error" | LC_ALL=C sed 's/[\\\\"]/\\\\&/g')"
  failed=$((failed + 1))
} 3>&1

collect() {
  printf '{"time": "%s"' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  echo "Account $account" >&2
${calls.account.map((call) => ask(call, '  ')).join('\n')}
  for region in $regions; do
    echo "Region $region" >&2
${calls.region.map((call) => ask(call, '    ', ' --region "$region"')).join('\n')}
  done
  printf '\\n}\\n'
  [ "$failed" -eq 0 ] || echo "Commands that did not work: $failed. The file says which, and why." >&2
}

trap 'rm -f "$file"; echo "Stopped. Nothing was kept." >&2; exit 130' INT TERM
collect | gzip >"$file" || {
  rm -f "$file"
  echo "$file could not be written." >&2
  exit 1
}
echo "Done. Please send this file: $file" >&2
echo "To look into it first: gunzip -c $file | less" >&2
`;
}

function chooseRegions({ regions }: CollectorRequest): string {
  if (regions.length > 0) return `regions="\${*:-${regions.join(' ')}}"`;
  return `regions="$*"
if [ -z "$regions" ]; then
  regions=$(aws ec2 describe-regions --query 'Regions[].RegionName' --output text) || {
    regions=$AWS_DEFAULT_REGION
    echo "Which regions are enabled could not be read, so only $regions is collected." >&2
  }
fi`;
}

/** Wide enough for a command, narrow enough for a terminal. */
const WIDTH = 100;

function ask({ command, query, paging }: CollectorCall, indent: string, region = ''): string {
  const start = `${indent}ask ${command.replaceAll('$', String.raw`\$`)}${region} --query`;
  const end = paging === undefined ? '' : ` ${paging}`;
  const oneLine = `${start} '${query}'${end}`;
  if (oneLine.length <= WIDTH) return oneLine;
  const inner = `${indent}  `;
  return `${start} \\\n${inner}'${wrapAtCommas(query, WIDTH - inner.length - 1).join(`\n${inner} `)}'${end}`;
}
