/** How the page looks on a screen of 360 pixels and more, and in print. */
import type { InlineStyles } from './table';

export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1a1a1a;font:1.0625rem/1.8 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:58rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{margin:.5rem 0 2rem;font-size:1.6rem;line-height:1.4;text-align:center;text-wrap:balance}
h2{margin:2.2rem 0 .8rem;font-size:1.2rem;line-height:1.5}
p{margin:.4rem 0;text-indent:2em;overflow-wrap:anywhere}
.signature p{text-align:right;text-indent:0}
figure{margin:1rem 0}
figcaption{margin-bottom:.3rem;font-weight:600}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:3px solid #0f6c5c;outline-offset:2px}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:.875rem;line-height:1.5;font-variant-numeric:tabular-nums}
table.applications,table.review{min-width:46rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.3rem .35rem;border:1px solid #5f5f5f;font-weight:400;text-align:center;overflow-wrap:anywhere}
th{background:#f2f4f3}
.applications .label,.note{text-align:left}
@media (max-width:40rem){body{font-size:1rem}h1{font-size:1.35rem}}
@media print{
@page{size:A4;margin:20mm 18mm}
body{font:12pt/1.8 FangSong,STFangsong,"Noto Serif CJK SC",serif}
main{max-width:none;padding:0}
h2{break-after:avoid}
tr,figure,.disclosure,.review{break-inside:avoid}
.scroll{overflow:visible}
table.applications,table.review{min-width:0}
table{font-size:8.5pt;line-height:1.3}
th,td{padding:1.5pt 2pt;border-color:#000}
th{background:none}
}
`;

const cell = 'border:1px solid #5f5f5f;padding:4px;font-weight:400;';

export const inlineStyles: InlineStyles = {
  table: 'width:100%;table-layout:fixed;border-collapse:collapse;font-size:14px;line-height:1.5;',
  caption: 'text-align:left;padding:4px 0;',
  header: `${cell}text-align:center;background:#f2f4f3;`,
  label: `${cell}text-align:left;background:#f2f4f3;`,
  figure: `${cell}text-align:center;`,
};
