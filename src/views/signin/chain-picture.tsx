import type { ReactElement } from 'react';

/** Three chains as the graph draws them, to tell at a glance what the tool is about. Decoration: the text says the same. */
export function ChainPicture({ className }: { readonly className?: string }): ReactElement {
  return (
    <svg viewBox="0 0 576 212" className={className} aria-hidden="true" focusable="false">
      <Wire path="M140 36h26a8 8 0 0 1 8 8v10a8 8 0 0 0 8 8h10" tone="lit" />
      <Wire path="M140 92h26a8 8 0 0 0 8-8V70a8 8 0 0 1 8-8h10" tone="lit" />
      <Wire path="M348 62h92" tone="lit" />
      <Wire path="M140 176h52" tone="plain" />
      <Wire path="M348 176h92" tone="broken" />
      <rect x="385" y="167" width="18" height="18" className="fill-canvas" />
      <path d="M389 171l10 10m0-10l-10 10" className="fill-none stroke-danger-fill" strokeWidth="2" />
      <rect x="356" y="53" width="76" height="18" rx="9" className="fill-info-tint" />
      <text x="394" y="66" textAnchor="middle" className="fill-info text-[11px]">
        names differ
      </text>

      <InstanceCard y={14} title="web-1" lit />
      <InstanceCard y={70} title="web-2" lit />
      <InstanceCard y={154} title="bastion" />
      <rect
        x="192"
        y="40"
        width="156"
        height="44"
        rx="22"
        className="fill-raised stroke-accent"
        strokeWidth="2"
      />
      <Texts x={212} y={40} title="s3access-profile" sub="instance profile" />
      <rect x="192" y="154" width="156" height="44" rx="22" className="fill-raised stroke-line-strong" />
      <Texts x={212} y={154} title="bastion-profile" sub="instance profile" />
      <path d="M449 40h117l9 9v26l-9 9H449l-9-9V49z" className="fill-raised stroke-accent" strokeWidth="2" />
      <Texts x={456} y={40} title="s3access" sub="role · trusts EC2" />
      <path
        d="M449 154h117l9 9v26l-9 9H449l-9-9v-26z"
        className="fill-danger-tint stroke-danger-fill"
        strokeDasharray="4 3"
      />
      <Texts x={456} y={154} title="no role" sub="no credentials" danger />
    </svg>
  );
}

function Wire({ path, tone }: { path: string; tone: 'lit' | 'plain' | 'broken' }): ReactElement {
  const stroke = { lit: 'stroke-accent', plain: 'stroke-edge', broken: 'stroke-danger-fill' }[tone];
  return <path d={path} className={`fill-none ${stroke}`} strokeWidth={tone === 'plain' ? 1.5 : 2} />;
}

function InstanceCard(props: { y: number; title: string; lit?: boolean }): ReactElement {
  return (
    <>
      <rect
        x="1"
        y={props.y}
        width="139"
        height="44"
        rx="8"
        className={`fill-raised ${props.lit ? 'stroke-accent' : 'stroke-line-strong'}`}
        strokeWidth={props.lit ? 2 : 1}
      />
      <circle cx="18" cy={props.y + 22} r="4" className="fill-ok" />
      <Texts x={32} y={props.y} title={props.title} sub="running" />
    </>
  );
}

function Texts(props: { x: number; y: number; title: string; sub: string; danger?: boolean }): ReactElement {
  return (
    <>
      <text
        x={props.x}
        y={props.y + 19}
        className={`text-[13px] font-semibold ${props.danger ? 'fill-danger' : 'fill-text'}`}
      >
        {props.title}
      </text>
      <text
        x={props.x}
        y={props.y + 35}
        className={`text-[11px] ${props.danger ? 'fill-danger' : 'fill-muted'}`}
      >
        {props.sub}
      </text>
    </>
  );
}
