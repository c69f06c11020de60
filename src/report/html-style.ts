import {sha256} from '@noble/hashes/sha2.js'

/** The page's whole look. Quiet paper, three inks; what colour says is said in words too. */
export const css = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#24272b;--soft:#5f6670;--line:#dedad1;--card:#fff;
--error:#a2322b;--error-wash:#f8e3e0;--warning:#8a5a00;--warning-wash:#fbeecb;--advice:#2f5d86;--advice-wash:#e2edf7}
@media (prefers-color-scheme:dark){:root{--paper:#1b1d20;--ink:#e6e3dc;--soft:#a2a8b0;--line:#393d43;--card:#23262a;
--error:#f0928b;--error-wash:#4a2624;--warning:#e6b95c;--warning-wash:#463718;--advice:#8dbbe4;--advice-wash:#213748}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 2rem 4rem;max-width:80rem;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1,h2,h3,h4,p,ul,ol,figure,blockquote,dl,dd{margin:0;padding:0}
.top{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;align-items:baseline;
border-bottom:1px solid var(--line);padding-bottom:1rem}
.top h1{font-size:1.05rem;font-weight:650;letter-spacing:.01em}
.private{color:var(--soft);font-size:.85rem}
.file{padding-top:2.5rem}
.file>h2{font:600 1.7rem/1.25 Georgia,"Iowan Old Style","Times New Roman",serif;overflow-wrap:anywhere}
.known{color:var(--soft);margin-top:.25rem}
.tally{display:flex;flex-wrap:wrap;gap:.5rem 1.75rem;margin:1.25rem 0 0;list-style:none}
.tally b{font-size:1.35rem;font-weight:600;margin-right:.3rem;font-variant-numeric:tabular-nums}
.tally .error b{color:var(--error)}.tally .warning b{color:var(--warning)}.tally .advice b{color:var(--advice)}
.notices{margin-top:1.25rem;padding:.8rem 1.1rem;border-left:4px solid var(--warning);background:var(--warning-wash);list-style:none}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.25rem;margin-top:1.5rem;align-items:start}
.charts figure{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.2rem}
.charts figcaption{font-size:.85rem;color:var(--soft);margin-bottom:.6rem}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font:12px system-ui,sans-serif;fill:var(--ink)}svg .soft{fill:var(--soft)}
svg .error{fill:var(--error)}svg .warning{fill:var(--warning)}svg .advice{fill:var(--advice)}
svg .bar{fill:var(--advice);opacity:.55}svg .over{fill:var(--warning);opacity:.55}
svg .grid{stroke:var(--line)}svg .target{stroke:var(--ink);stroke-dasharray:4 3}
.row{display:grid;grid-template-columns:minmax(0,36rem) minmax(16rem,1fr);gap:0 3rem;align-items:start}
.paper{margin-top:1.5rem}
.switch{display:inline-block;margin-top:1.5rem;font-size:.87rem;color:var(--soft);cursor:pointer}.switch input{accent-color:var(--advice);margin:0 .45rem 0 0;vertical-align:-.1em}
.words{font:1.06rem/1.65 Georgia,"Iowan Old Style","Times New Roman",serif;padding:.35rem 0;overflow-wrap:anywhere;white-space:pre-line}
.words.heading{font-weight:600;padding-top:1.3rem}
.words.level-1{font-size:1.45rem;line-height:1.3}.words.level-2{font-size:1.22rem;line-height:1.35}
.words.item{padding-left:1.4rem;position:relative}.words.item.bullet::before{content:"•";position:absolute;left:.35rem;color:var(--soft)}
.words.quote{padding-left:1.1rem;border-left:3px solid var(--line)}
.words.code{font-family:ui-monospace,Consolas,monospace;font-size:.9rem;white-space:pre-wrap;color:var(--soft)}
.words.guidance{color:var(--soft);font-style:italic}
.words.aside{font-size:.95rem;color:var(--soft)}
.label,.part{font:.78rem/1.4 system-ui,sans-serif;color:var(--soft)}
.label{margin-right:.6rem}.part{display:block;text-transform:uppercase;letter-spacing:.06em}
.cells{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);border-bottom:1px solid var(--line)}
.cells .words{padding:.45rem .9rem .45rem 0;font-size:.98rem}.cells .head{font-weight:600}
mark{color:inherit;background:none;padding:.05em 0;text-decoration:underline 2px;text-underline-offset:.2em;border-radius:2px}
mark.error{background:var(--error-wash);text-decoration-color:var(--error)}
mark.warning{background:var(--warning-wash);text-decoration-color:var(--warning);text-decoration-style:dashed}
mark.advice{background:var(--advice-wash);text-decoration-color:var(--advice);text-decoration-style:dotted}
.ref{font:600 .68rem/1 system-ui,sans-serif;vertical-align:super;margin-left:.12em;text-decoration:none;color:var(--soft)}
.notes{list-style:none;font-size:.87rem;line-height:1.45;padding:.35rem 0}
.note{border-left:3px solid var(--line);padding:0 0 0 .8rem;margin:.15rem 0 .6rem}
.note.error{border-color:var(--error)}.note.warning{border-color:var(--warning)}.note.advice{border-color:var(--advice)}
.note:target{background:var(--card);outline:2px solid var(--line);outline-offset:.25rem}
.severity{font-weight:650}.error>.severity{color:var(--error)}.warning>.severity{color:var(--warning)}.advice>.severity{color:var(--advice)}
.rule{color:var(--soft)}.what{display:block}.why{display:none;color:var(--soft)}.place{display:block;color:var(--soft)}
.file:has(.reasons:checked) .why,.note:hover .why,.note:target .why{display:block}
.try{display:block}.try b{font-weight:600}
.back{text-decoration:none;color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.35rem}
.whole h3,.list h3{font-size:1rem;margin:1.75rem 0 .25rem}
.whole .notes{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:.25rem 2rem}
.end{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft)}
.end strong{color:var(--ink)}.end ul{margin:.5rem 0 .5rem 1.2rem}
@media (max-width:52rem){body{padding:1.25rem 1rem}.row{grid-template-columns:minmax(0,1fr)}.notes:not(:empty){padding-left:1rem}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#fff;--error:#8f1d17;--warning:#6f4700;--advice:#1f4a70;--error-wash:#f8e3e0;--warning-wash:#fbeecb;--advice-wash:#e2edf7}
body{max-width:none;padding:0;font-size:10.5pt}.file{break-before:page}.file:first-of-type{break-before:auto}
.row{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:0 1.5rem}.notes{font-size:8.5pt;line-height:1.35}.words{font-size:10.5pt;line-height:1.5}.file{padding-top:1rem}.top{padding-bottom:.5rem}.note,figure,.cells{break-inside:avoid}.words.heading{break-after:avoid}
.switch{display:none}
mark,.notices,svg *{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit}@page{margin:16mm 14mm}}
`

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Nothing is fetched and nothing runs: the page may only use the one style sheet that it carries. */
export const policy = (): string =>
  `default-src 'none'; style-src 'sha256-${base64(sha256(new TextEncoder().encode(css)))}'; base-uri 'none'; form-action 'none'`
