import { type CollectorCall, collectorCalls } from './collector-calls.ts';
import { collectorHeader } from './collector-header.ts';
import type { CollectorRequest } from './collector-request.ts';
import { wrapAtCommas } from './wrap-at-commas.ts';

/**
 * What `bashCollector` does, for Windows PowerShell 5.1 and PowerShell 7 with nothing else than the AWS CLI. No argument
 * holds a double quote, which 5.1 loses on the way to other programs, and outputs are read as UTF-8:
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-quoting-strings.html
 */
export function powerShellCollector(request: CollectorRequest, fileName: string): string {
  const calls = collectorCalls(request.policies);
  const needs = 'Windows PowerShell 5.1 or PowerShell 7, and the AWS CLI';
  const run = `powershell -ExecutionPolicy Bypass -File ${fileName}`;
  return `${collectorHeader(request, needs, run)}

$ErrorActionPreference = 'Continue'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$env:PYTHONUTF8 = '1'
$env:AWS_PAGER = ''
$env:AWS_RETRY_MODE = 'standard'
$env:AWS_MAX_ATTEMPTS = '5'
if (-not "$env:AWS_REGION$env:AWS_DEFAULT_REGION$(aws configure get region)") {
  $env:AWS_DEFAULT_REGION = '${request.regions[0] ?? 'us-east-1'}'
}

$account = aws sts get-caller-identity --query Account --output text
if ($LASTEXITCODE -ne 0) {
  Write-Host 'AWS does not say who is signed in, so nothing was collected.'
  exit 1
}
$now = [DateTime]::UtcNow.ToString('s', [Globalization.CultureInfo]::InvariantCulture)
$file = Join-Path (Get-Location).ProviderPath "rolewire-$account-$($now.Substring(0, 10)).json.gz"
${chooseRegions(request)}

# Runs one AWS command. Writes its name with its output, or with {"error": what AWS said} if it fails.
$failed = 0
function Ask([string] $Name, [string] $Query, [string[]] $Options) {
  $words = $Name.Split(' ')
  $said = & aws @words --query ($Query -replace '\\s+', ' ') --output json @Options 2>&1
  $worked = $LASTEXITCODE -eq 0
  $output = @($said | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] }) -join "\`n"
  $errors = @($said | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
  $message = @($errors | ForEach-Object { $_.Exception.Message }) -join ' '
  if (-not $worked) {
    Write-Host "  not read: \${Name}: $message"
    $output = '{"error": ' + (ConvertTo-Json -Compress -InputObject $message) + '}'
    $script:failed++
  }
  $writer.Write(",\`n" + (ConvertTo-Json -Compress -InputObject $Name) + ': ' + $output)
}

$zip = [IO.Compression.CompressionMode]::Compress
$writer = New-Object IO.StreamWriter (New-Object IO.Compression.GZipStream ([IO.File]::Create($file)), $zip)
$complete = $false
try {
  $writer.Write('{"time": "' + $now + 'Z"')
  Write-Host "Account $account"
${calls.account.map((call) => ask(call, '  ')).join('\n')}
  foreach ($region in $regions) {
    Write-Host "Region $region"
${calls.region.map((call) => ask(call, '    ', ' --region $region')).join('\n')}
  }
  $writer.Write("\`n}\`n")
  $complete = $true
} finally {
  $writer.Dispose()
  if (-not $complete) { Remove-Item $file }
}
if ($failed -gt 0) { Write-Host "Commands that did not work: $failed. The file says which, and why." }
Write-Host "Done. Please send this file: $file"
`;
}

function chooseRegions({ regions }: CollectorRequest): string {
  const chosen = '$regions = @($args)';
  if (regions.length > 0) {
    return `${chosen}
if ($regions.Count -eq 0) { $regions = ${regions.map((region) => `'${region}'`).join(', ')} }`;
  }
  return `${chosen}
if ($regions.Count -eq 0) {
  $listed = aws ec2 describe-regions --query 'Regions[].RegionName' --output text
  if ($LASTEXITCODE -eq 0) { $regions = "$listed".Split() }
  else {
    $named = "$env:AWS_REGION", "$env:AWS_DEFAULT_REGION", "$(aws configure get region)"
    $regions = $named | Where-Object { $_ } | Select-Object -First 1
    Write-Host "Which regions are enabled could not be read, so only $regions is collected."
  }
}`;
}

/** As wide as the lines of the bash script. */
const WIDTH = 100;

function ask({ command, query, paging }: CollectorCall, indent: string, region = ''): string {
  const start = `${indent}Ask "${command.replaceAll('$', '`$')}${region}"`;
  const end =
    paging === undefined
      ? ''
      : ` ${paging
          .split(' ')
          .map((word) => `'${word}'`)
          .join(', ')}`;
  const oneLine = `${start} '${query}'${end}`;
  if (oneLine.length <= WIDTH) return oneLine;
  const inner = `${indent}  `;
  return `${start} \`\n${inner}'${wrapAtCommas(query, WIDTH - inner.length - 1).join(`\n${inner} `)}'${end}`;
}
