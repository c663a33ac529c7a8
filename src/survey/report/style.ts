/**
 * The report's only style sheet. Every pair of text and ground is at least 4.5:1 and every bar 3:1 in light, dark and on
 * paper; tests/e2e/report.test.ts measures them.
 */
const LIGHT = `--ink:#1b1b1f;--soft:#54545c;--line:#d5d5dc;--surface:#fff;--tint:#f3f3f7;--link:#3b3f9c;
--score:#4f54b8;--mark:#a3480b;--step1:#b3421d;--step2:#c7751a;--step3:#857d2a;--step4:#2f86a6;--step5:#1d5c86;--step0:#8a8a93`;
const DARK = `--ink:#f2f2f5;--soft:#b9b9c3;--line:#4a4a53;--surface:#1c1c20;--tint:#28282e;--link:#b7baff;
--score:#8f94f2;--mark:#f0a36a;--step1:#e8794f;--step2:#e9a24c;--step3:#c9bf5a;--step4:#5db6d6;--step5:#7fa9e6;--step0:#83838d`;

export const style = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.page{max-width:56rem;margin:0 auto;padding:1rem 1rem 3rem}
h1,h2,h3{line-height:1.2;text-wrap:balance;overflow-wrap:break-word}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.3rem);margin:1rem 0 .5rem}
h2{font-size:1.45rem;margin:3rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
p,ul,ol,dl{margin:.5rem 0 1rem;max-width:42rem}
li{margin:.25rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
.lead{font-size:1.2rem}
.soft{color:var(--soft)}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--surface);padding:.5rem}
.top{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between}
nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.15rem 1.25rem}
nav li{margin:0;padding:.2rem 0}
.contents{background:var(--tint);padding:.75rem 1rem;margin:1.5rem 0;border-radius:.4rem}
.contents ul{max-width:none}
.top nav li{padding:0}
.contents p{margin:0 0 .25rem;font-weight:600}
.brief{font-size:1.12rem;padding-left:1.2rem}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.35rem 1.25rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
figure{margin:1rem 0}
figure svg{display:block;max-width:100%;height:auto}
svg.narrow{display:none}
@media (max-width:47rem){svg.wide{display:none}svg.narrow{display:block}}
.scroll{overflow-x:auto;margin:1rem 0 1.5rem}
table{border-collapse:collapse;font-size:1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.25rem 0 .5rem}
caption span{display:block;max-width:min(42rem,calc(100vw - 2rem))}
td{white-space:nowrap}
th,td{padding:.4rem .75rem .4rem 0;text-align:right;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-weight:600}
th:first-child,td:first-child{text-align:left;min-width:9rem}
tbody th{font-weight:400;max-width:24rem}
thead th{vertical-align:bottom}
.advice{background:var(--tint);border-left:.3rem solid var(--score);padding:.75rem 1rem;border-radius:0 .4rem .4rem 0;max-width:44rem}
.advice p{margin:.25rem 0}
.read{list-style:none;padding:0}
.read li{margin:0 0 1rem}
.read p{margin:.1rem 0}
.said{list-style:none;padding:0}
.said li{border-left:.2rem solid var(--line);padding:.1rem 0 .1rem 1rem;margin:.9rem 0;white-space:pre-line;overflow-wrap:anywhere}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--soft)}
@page{size:A4;margin:16mm 15mm}
@media print{
:root{color-scheme:light;${LIGHT}}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10.5pt}
.page{max-width:none;padding:0}
.screen{display:none}
svg.narrow{display:none}svg.wide{display:block;max-width:145mm}
.scroll{overflow:visible;margin:.4rem 0 .6rem}
figure{margin:.4rem 0}
h2{margin-top:1.2rem;padding-top:.6rem}
h3{margin-top:1rem}
footer{margin-top:1rem;padding-top:.3rem}
h1,h2,h3,h2+p,.soft:has(+figure){break-after:avoid}
.whole,.scroll,tr,.said li,.read li,.advice,figure{break-inside:avoid}
table{font-size:9pt;width:100%}
th,td{padding-top:.2rem;padding-bottom:.2rem}
td{white-space:normal}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;color:var(--soft);overflow-wrap:anywhere}
}`;
