#include "report/format/picture_style.hpp"

namespace redbook {

Markup drawing_style() {
  return Markup::literal(R"(
svg:root { display: block; margin: 0 auto; max-width: 100%; height: auto; background: #fdfcf9; }
svg { font-family: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
svg text { fill: #1d2124; font-variant-numeric: tabular-nums; }
svg .heading { font-size: 30px; font-weight: 600; }
svg .subheading { font-size: 18px; }
svg .label { font-size: 12px; }
svg .number { font-size: 13px; font-weight: 600; }
svg .small { font-size: 11px; fill: #5d6468; }
svg .caption { font-size: 11px; font-weight: 600; fill: #5d6468; letter-spacing: .06em; }
svg .code { font-size: 12px; font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
svg .sign { font-size: 11px; font-weight: 700; fill: #fff; }
svg .paper { fill: #fdfcf9; }
svg .band { fill: #f3f0e8; }
svg .other { fill: #e7e2d6; }
svg .wave { fill: #26566b; stroke: #26566b; stroke-width: .5; }
svg .dots, svg .rule { fill: none; stroke: #b9b4a6; stroke-width: .7; }
svg .dots { stroke-dasharray: 1 4; }
svg .axis { fill: none; stroke: #5d6468; stroke-width: 1; }
svg .index { fill: none; stroke: #1d2124; stroke-width: 1; stroke-dasharray: 4 3; }
svg .halo { fill: none; stroke: #fdfcf9; stroke-width: 3; }
svg .pregap { fill: url(#hatching); stroke: #a3551b; stroke-width: .5; }
svg .hatch { fill: none; stroke: #a3551b; stroke-width: 1.6; }
svg .used { fill: #26566b; }
svg .free { fill: #e7e2d6; }
svg .beyond { fill: none; stroke: #b9b4a6; stroke-width: 1; }
svg .over, svg .error { fill: #b3261e; }
svg .warning { fill: #9a5b00; }
svg .note { fill: #3a6ea5; }
@media screen and (prefers-color-scheme: dark) {
svg:root { background: #15181b; }
svg text { fill: #e9e6df; }
svg .small, svg .caption { fill: #a3a9ae; }
svg .sign { fill: #15181b; }
svg .paper { fill: #15181b; }
svg .band { fill: #1f2327; }
svg .other { fill: #2a2f34; }
svg .wave { fill: #7fb6ca; stroke: #7fb6ca; }
svg .dots, svg .rule, svg .beyond { stroke: #4d545a; }
svg .axis { stroke: #a3a9ae; }
svg .index { stroke: #e9e6df; }
svg .halo { stroke: #15181b; }
svg .pregap, svg .hatch { stroke: #e0a064; }
svg .used { fill: #7fb6ca; }
svg .free { fill: #2a2f34; }
svg .over, svg .error { fill: #f2867d; }
svg .warning { fill: #e8b04f; }
svg .note { fill: #8ab6e3; }
}
)");
}

Markup page_style() {
  return Markup::literal(R"(
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem 1rem 3rem; background: #fdfcf9; color: #1d2124;
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.1rem; }
.performer { margin: .2rem 0 0; font-size: 1.15rem; }
.outcome { margin: 1rem 0 0; font-weight: 600; }
figure { margin: 2rem 0 0; }
.scroll { overflow-x: auto; }
.scroll svg { display: block; width: 100%; min-width: 46rem; height: auto; }
dl { margin: .5rem 0 0; }
dl div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); }
header dl { display: flex; flex-wrap: wrap; gap: .7rem 2.2rem; margin-top: 1.2rem; }
header dl div { display: block; }
dt, figcaption, footer { color: #5d6468; }
header dt { font-size: .8rem; }
dd { margin: 0; }
figcaption, footer { font-size: .85rem; }
footer { margin-top: 3rem; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #ddd8cc; text-align: start; vertical-align: top; }
th { white-space: nowrap; font-weight: 600; }
.right { text-align: right; white-space: nowrap; }
.name { min-width: 9rem; }
td.text { min-width: 7rem; }
span.code, td.code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
td.code { white-space: nowrap; }
.severity { white-space: nowrap; }
.severity svg { width: 1em; height: 1em; vertical-align: -.12em; margin-right: .45em; }
@media screen and (prefers-color-scheme: dark) {
body { background: #15181b; color: #e9e6df; }
dt, figcaption, footer { color: #a3a9ae; }
th, td { border-color: #353b40; }
}
@media print {
@page { size: A4 landscape; margin: 12mm; }
:root { color-scheme: light; }
body { max-width: none; padding: 0; font-size: .8rem; }
.scroll { overflow: visible; }
.scroll svg { min-width: 0; }
figure, tr { break-inside: avoid; }
h2 { break-after: avoid; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)");
}

}  // namespace redbook
