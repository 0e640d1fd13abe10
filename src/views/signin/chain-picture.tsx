import type { ReactElement } from 'react';

/** Three chains as the graph draws them, to tell at a glance what the tool is about. Decoration: the text says the same. */
export function ChainPicture({ className }: { readonly className?: string }): ReactElement {
  return (
    <svg viewBox="0 0 620 228" className={className} aria-hidden="true" focusable="false">
      <Wire path="M152 38 C192 38 186 62 226 62" tone="lit" />
      <Wire path="M152 98 C192 98 186 62 226 62" tone="lit" />
      <Wire path="M394 62 H458" tone="lit" />
      <Wire path="M152 192 H226" tone="plain" />
      <Wire path="M394 192 H458" tone="broken" />
      <path d="M421 187l10 10m0-10l-10 10" className="fill-none stroke-danger-fill" strokeWidth="2" />

      <Card x={2} y={16} title="web-1" sub="i-0a1b · running" tone="lit" />
      <Card x={2} y={76} title="web-2" sub="i-0c3d · running" tone="lit" />
      <Card x={2} y={170} title="bastion" sub="i-0f6a · running" tone="plain" />
      <rect
        x="226"
        y="40"
        width="168"
        height="44"
        rx="22"
        className="fill-raised stroke-accent"
        strokeWidth="2"
      />
      <Texts x={250} y={40} title="s3access-profile" sub="instance profile" />
      <rect x="226" y="170" width="168" height="44" rx="22" className="fill-raised stroke-line-strong" />
      <Texts x={250} y={170} title="bastion-profile" sub="instance profile" />
      <path
        d="M468 40h140l10 10v24l-10 10H468l-10-10V50z"
        className="fill-raised stroke-accent"
        strokeWidth="2"
      />
      <Texts x={476} y={40} title="s3access" sub="role · EC2 may assume it" />
      <path
        d="M468 170h140l10 10v24l-10 10H468l-10-10v-24z"
        className="fill-danger-tint stroke-danger-fill"
        strokeDasharray="5 4"
      />
      <Texts x={476} y={170} title="no role inside" sub="no credentials" tone="danger" />
      <rect x="386" y="28" width="80" height="18" rx="9" className="fill-info-tint" />
      <text x="426" y="41" textAnchor="middle" className="fill-info text-[11px]">
        names differ
      </text>
    </svg>
  );
}

function Wire({ path, tone }: { path: string; tone: 'lit' | 'plain' | 'broken' }): ReactElement {
  const stroke = { lit: 'stroke-accent', plain: 'stroke-edge', broken: 'stroke-danger-fill' }[tone];
  return <path d={path} className={`fill-none ${stroke}`} strokeWidth={tone === 'plain' ? 1.5 : 2} />;
}

function Card(props: {
  x: number;
  y: number;
  title: string;
  sub: string;
  tone: 'lit' | 'plain';
}): ReactElement {
  const lit = props.tone === 'lit';
  return (
    <>
      <rect
        x={props.x}
        y={props.y}
        width="150"
        height="44"
        rx="8"
        className={`fill-raised ${lit ? 'stroke-accent' : 'stroke-line-strong'}`}
        strokeWidth={lit ? 2 : 1}
      />
      <circle cx={props.x + 18} cy={props.y + 22} r="4" className="fill-ok" />
      <Texts x={props.x + 32} y={props.y} title={props.title} sub={props.sub} />
    </>
  );
}

function Texts(props: { x: number; y: number; title: string; sub: string; tone?: 'danger' }): ReactElement {
  return (
    <>
      <text
        x={props.x}
        y={props.y + 19}
        className={`text-[12.5px] font-semibold ${props.tone === 'danger' ? 'fill-danger' : 'fill-text'}`}
      >
        {props.title}
      </text>
      <text
        x={props.x}
        y={props.y + 35}
        className={`text-[11px] ${props.tone === 'danger' ? 'fill-danger' : 'fill-muted'}`}
      >
        {props.sub}
      </text>
    </>
  );
}
