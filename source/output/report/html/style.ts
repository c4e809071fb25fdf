import {writePalette} from './palette.js';

/**
The style of the page. On a narrow screen each row is a block, whose cells name their columns by themselves; on paper it is light, and no
row is cut in two.
*/
export const style = `
:root{color-scheme:light dark;${writePalette(false)}}
@media (prefers-color-scheme:dark){:root{${writePalette(true)}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:80rem;background:var(--ground);color:var(--text);font:1rem/1.45 system-ui,sans-serif}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2rem 0 .25rem;overflow-wrap:anywhere}
p{margin:.25rem 0}
.quiet,caption{color:var(--quiet)}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}
caption{text-align:start;padding:0 0 .5rem}
th,td{padding:.35rem .5rem;text-align:end;border-bottom:1px solid var(--line);white-space:nowrap;font-weight:400}
thead th{color:var(--quiet);vertical-align:bottom}
th:first-child,.falls :is(th,td){text-align:start}
th[scope=row]{white-space:normal;overflow-wrap:anywhere;min-width:13rem;max-width:22rem}
tr.fleet :is(th,td){font-weight:600;border-bottom:0}
.strip{width:34%;min-width:12rem;text-align:start}
svg.cells{display:block;width:100%;height:1.25rem}
svg.key{width:2.5rem;height:1rem;vertical-align:-.15rem;margin-inline-end:.4rem}
.solid{fill:var(--c);stroke:none}
.open{fill:none;stroke:var(--c);stroke-width:2;vector-effect:non-scaling-stroke}
.dots{fill:none;stroke:var(--c);stroke-width:2;stroke-dasharray:2 4;vector-effect:non-scaling-stroke}
.k-fine{--c:var(--connected)}.k-unseen{--c:var(--quiet)}
.k-connecting{--c:var(--connecting)}.k-disconnected{--c:var(--disconnected)}.k-loggedout{--c:var(--loggedout)}.k-other{--c:var(--other)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;margin:.5rem 0;padding:0}
.marks dt{float:left;clear:left;min-width:5.5rem;font-weight:600}
.marks dd{margin:0 0 .15rem 6rem}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.75rem;color:var(--quiet);font-size:.9em}
@media screen and (max-width:52rem){
body{padding:1rem}
table,caption,tbody,tr,th,td,.strip{display:block;width:100%;max-width:none}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.figures tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(4.9rem,1fr));gap:.1rem .5rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
table.figures :is(th,td){border:0;padding:0;text-align:start;min-width:0}
table.figures th[scope=row],table.figures .strip{grid-column:1/-1}
table.figures th[scope=row]{font-weight:600}
td[data-title]::before{content:attr(data-title);display:block;color:var(--quiet);font-size:.8rem;font-weight:400}
.falls td,.falls th{padding:.15rem 0;border:0}.falls tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
.falls td[data-title]::before{display:inline-block;min-width:6rem}
}
@media print{
:root{color-scheme:light;${writePalette(false)}}
@page{margin:12mm}
body{padding:0;max-width:none;font-size:9pt}
th,td{padding:.2rem .35rem}
tr,h2,caption,.legend{break-inside:avoid}
h2,caption{break-after:avoid}
thead{display:table-header-group}
th[scope=row]{min-width:9rem}
.strip{min-width:0;width:34%}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
