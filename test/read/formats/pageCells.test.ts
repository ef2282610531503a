/** Cells of tables in web pages. */
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../src/read/containers/archive';
import { Budget } from '../../../src/read/containers/budget';
import type { AsideKind } from '../../../src/read/containers/runs';
import { gridOf } from '../../../src/read/containers/tree';
import { blocksOfPage } from '../../../src/read/formats/html';
import { readNumber } from '../../../src/read/labels/number';
import { noNumber, shownIn, shows, type Shown } from './cellCases';

const inPage = (content: string, style = ''): Shown =>
  shownIn(blocksOfPage(`<style>${style}</style><table><tr><td>${content}</td></tr></table>`, new Budget()));

describe('a cell of a web page', () => {
  shows(inPage, '984', [], {
    'a rule that another one overrules': ['98<i class="h">4</i>', '.h{display:none}td i.h{display:inline}'],
    'a later rule': ['98<i class="h">4</i>', '.h{display:none}i.k{}.h{display:inline}'],
    'a rule for paper': ['98<i class="h">4</i>', '@media print{.h{display:none}}'],
    'a rule for small screens': ['98<i class="h">4</i>', '@media (max-width:600px){.h{display:none}}'],
    'what comes after something else': ['98<b></b><u></u><i>4</i>', 'b + i{display:none}'],
    'a list in brackets': ['98<i class="k">4</i>', ':is(.h, .j){display:none}'],
    'all but this one': ['98<i class="k">4</i>', 'td i:not(.k){display:none}'],
    'a rule in one of something else': ['98<i class="k">4</i>', 'th{.k{display:none}}'],
    black: '98<i style="color:rgb(0, 0, 0)">4</i>',
    ...Object.fromEntries(
      [
        String.raw`"\@"`,
        'General',
        '0',
        String.raw`"\#\,\#\#0_ "`,
        String.raw`"0\.00_ \;\[Red\]\-0\.00\ "`,
        String.raw`"_ * \#\,\#\#0_ \;_ * \\-\#\,\#\#0_ \;_ * \0022-\0022_ \;_ \@_ "`,
        '"Standard"',
      ].map((format) => [
        `a number that Excel shows as it is by ${format}`,
        `<i style='mso-number-format:${format}'>984</i>`,
      ]),
    ),
    'a list without numbers': ['<ol><li>984</li></ol>', 'ol{list-style:none}'],
    'a list of points': '<ul><li>984</li></ul>',
    'one that hides nothing': ['98<i class="k">4</i>', 'td:has(i) i:not(.j){margin:0}'],
    ruby: '<ruby>984<rp>(</rp><rt>7</rt><rp>)</rp></ruby>',
    'white on a dark row': ['<b style="color:#fff">984</b>', 'tr{background:#036}'],
    'white on a dark page': ['<b style="color:#fff">984</b>', 'body{background:navy}'],
    'white behind which one sees a dark row': [
      '<b class="w">984</b>',
      'tr{background:#036}.w{color:#fff;background:none}',
    ],
    'black where another sheet may paint': ['<b style="color:#000">984</b>', '@import "a.css";'],
    'dark by a name of the page': ['<b class="w">984</b>', ':root{--w:#333}.w{color:var(--w)}'],
    'white only at night': ['<b class="w">984</b>', '@media (prefers-color-scheme:dark){.w{color:#fff}}'],
    'half there': '<b style="opacity:.6">984</b>',
    'lines of their own height': '<p style="line-height:1;overflow:hidden">984</p>',
    'letters a little apart': '<b style="letter-spacing:1px">984</b>',
    'a block in a line': '<div style="display:inline">98</div><div style="display:inline">4</div>',
    'for browsers without frames': '984<noframes>7</noframes>',
    'in another typeface than that of the page': [
      '<b class="n">984</b>',
      '@font-face{font-family:icons;src:url(data:font/woff2;base64,AAEC)}.n{font-family:serif}',
    ],
    'in a typeface from elsewhere': [
      '<b class="n">984</b>',
      '@font-face{font-family:num;src:url(num.woff)}.n{font-family:num}',
    ],
    'white on a dark ground': '<b style="color:white;background:#c00">984</b>',
    'sizes that hardly differ': '<i style="font-size:14px">98<i style="font:bold 10pt/1 a">4</i></i>',
    'all of it small': '<i style="font-size:8px">9<b style="font-size:8px">84</b></i>',
    'a link': '<a href="#">9</a><a href="x.html">84</a>',
    'a box': '<input value="984">',
    'an area': '<textarea>984</textarea>',
    'a choice': '<select><option>7</option><option selected>984</option></select>',
    'a field that nobody sees': '984<input type="hidden" value="7">',
  });
  shows(inPage, '984', ['hidden'], {
    display: '984<span style="display:none">7</span>',
    'display by class': ['984<span class="h">7</span>', '/* x */ .a, .h { display : none }'],
    'display by id': ['984<span id="h">7</span>', '#h{display:none}'],
    'display in what stands around': ['984<i class="h">7</i>', 'table > tbody td .h{display:none}'],
    'a rule that is important': ['984<i class="h">7</i>', '.h{display:none!important}td i.h{display:inline}'],
    'a rule for screens': ['984<i class="h">7</i>', '@media screen and (min-width:600px){.h{display:none}}'],
    visibility: '984<span style="visibility:hidden">7</span>',
    'seen in what is not': '<b style="visibility:hidden">7<i style="visibility:visible">984</i></b>',
    hidden: '984<span hidden>7</span>',
    'no size': '984<span style="font-size:0">7</span>',
    'for other readers': [
      '984<b class="sr-only">7</b>',
      '.sr-only{position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)}',
    ],
    'what comes just after': ['984<b></b><i>7</i>', 'b + i{display:none}'],
    'what comes anywhere after': ['984<b></b><u></u><i>7</i>', 'b ~ i{display:none}'],
    'a first child': ['<i>7</i><b>984</b>', 'td > :first-child{display:none}'],
    'a last child': ['984<i></i><i>7</i>', 'i:last-child{visibility:hidden}'],
    'a second one': ['<b>984</b><b>7</b>', 'b:nth-child(2){display:none}'],
    'one of its kind, from the end': ['<b>984</b><i>7</i><i>1</i>', 'i:nth-last-of-type(-n+2){display:none}'],
    'a class that begins like that': ['984<i class="note-7">7</i>', '[class^="note-"]{display:none}'],
    'a style that holds that': ['984<i title="a hid b">7</i>', 'i[title*=hid]{display:none}'],
    'one among words': ['984<i rel="a note">7</i>', "i[rel~='note'], u{display:none}"],
    'one of a list in brackets': ['984<i class="k">7</i>', 'td :is(.h, .k){display:none}'],
    'all but one': ['984<i class="k">7</i>', 'td i:not(.h){display:none}'],
    'a rule in another one': ['984<i class="k">7</i>', 'td{color:red;& .k{display:none}}'],
    'a rule in another one, without a sign': ['984<i class="k">7</i>', 'td{.h,.k{display:none}}'],
    'a colour through which one sees': '984<i style="color:rgba(0, 0, 0, 0)">7</i>',
    'the same in short': '984<i style="color:#0000">7</i>',
    'letters without a filling': ['984<i class="k">7</i>', '.k{-webkit-text-fill-color:transparent}'],
    'a filter': '984<i style="filter:opacity(0)">7</i>',
    'cut away': '984<i style="clip-path:inset(50%)">7</i>',
    'shrunk to nothing': '984<i style="display:inline-block;transform:scale(0)">7</i>',
    'a dialogue that is closed': '984<dialog>7</dialog>',
    'what comes up on demand': '984<div popover>7</div>',
    'in the colour of its ground': [
      '<b class="g">984<i class="h">7</i></b>',
      '.g{background:#C00}.h{color:rgb(204, 0, 0)}',
    ],
    'no size by the short form': '984<i style="font:0/0 a">7</i>',
  });
  shows(inPage, '984', ['unseen'], {
    'all of it white': '<span style="color:#fff">984</span>',
    'nearly white': '<span style="color:rgb(252 252 252)">984</span>',
    'white by a class': ['<b class="w">984</b>', '.w{color:white}'],
    'white on a white cell': ['<b style="color:#fff">984</b>', 'td{background:#fff}'],
    'white on light yellow': ['<b style="color:#fff">984</b>', 'td{background:lightyellow}'],
    'black on black': ['<b style="color:#000">984</b>', 'tr{background-color:#0a0a0a}'],
    'white by a name of the page': ['<b class="w">984</b>', ':root{--w:#fff}.w{color:var(--w)}'],
    'white as a hue': '<b style="color:hsl(200, 50%, 100%)">984</b>',
    'letters upon each other': '<b style="letter-spacing:-1em">984</b>',
    'shrunk to a speck': '<b style="display:inline-block;transform:scale(.01)">984</b>',
    'a hundredth of its size': '<b style="font-size:1%">984</b>',
    'behind a mask': '<b style="mask:linear-gradient(#0000,#0000)">984</b>',
    'far too small': '<b style="font-size:1px">984</b>',
  });
  shows(inPage, '', ['hidden'], {
    'nearly seen through': '<b style="color:rgba(0,0,0,.05)">984</b>',
    'hardly there': '<b style="opacity:1%">984</b>',
    'far to the left': '<p style="position:relative;left:-9999px">984</p>',
    'far to the left by a margin': '<p style="margin-left:-9999px">984</p>',
    'far to the left by its own width': '<p style="text-indent:-200%">984</p>',
    'moved far': '<p style="transform:translateX(-9999px)">984</p>',
    'cut to no height': '<p style="height:0;overflow-y:hidden">984</p>',
    'lines without height': '<p style="line-height:0;overflow:hidden">984</p>',
    'all of it so': '<b style="color:#eee;background:#eeeeee">984</b>',
  });
  shows(inPage, '984', ['unclear'], {
    'cut somehow': '98<i style="clip-path:polygon(0 0,9px 0)">4</i>',
    'what Word hides': '98<i style="mso-hide:all">4</i>',
    white: '98<font color="#FFFFFF">4</font>',
    'white beside others where one cannot tell': ['98<b style="color:#fff">4</b>', '@import "a.css";'],
    'raised by hand': '98<i style="display:inline-block;transform:translateY(-5px)">4</i>',
    'raised by a margin': '98<i style="display:inline-block;margin-bottom:8px">4</i>',
    'a rule of which nobody can tell': ['98<i class="k">4</i>', '@container (min-width:9px){.k{display:none}}'],
    'a link to a place of the page': '98<a href="#n">4</a>',
  });
  shows(inPage, '984', ['mark'], {
    superscript: '984<sup>1</sup>',
    subscript: '984<sub>1</sub>',
    'raised by its style': '984<span style="vertical-align: super">1</span>',
    'raised by its class': ['984<span class="n">1</span>', '.n{vertical-align:super;font-size:8px}'],
    'raised by a feature of the typeface': `984<i style="font-feature-settings:'sups'">1</i>`,
    'a link to a note': '984<a href="#_ftn1">[1]</a>',
  });
  shows(inPage, '984', ['struck'], {
    s: '<s>7</s>984',
    del: '<del>7</del><ins>984</ins>',
    'strike around others': '<strike><b>7</b></strike> 984',
    'line-through': '<span style="text-decoration: red line-through">7</span>984',
    'line-through by class': ['<b class="a old">7</b>984', 'td b.old{text-decoration-line:line-through}'],
    'the only one of its kind': ['984<i>7</i><b></b><b></b>', 'td i:only-of-type{text-decoration:line-through}'],
  });
  shows(inPage, '', ['object'], {
    'the number of a list alone': '<ol start="5"><li></li></ol>',
    'digits that are drawn': ['<i class="d"></i><i class="d"></i>', '.d{background-image:url(d.png)}'],
    'a box that was not saved': '<input type="text">',
    'a choice that was not saved': '<select><option>7</option><option>9</option></select>',
    'a picture': '<img src="x.png">',
  });
  shows(inPage, '984', ['faint'], {
    'white on a picture': ['<b style="color:#fff">984</b>', 'table{background:url(a.png)}'],
    'white on a gradient': ['<b style="color:#fff">984</b>', 'td{background:linear-gradient(#036,#fff)}'],
    'white on grey': ['<b style="color:#fff">984</b>', 'td{background:#ddd}'],
    'white where another sheet may paint': ['<b style="color:#fff">984</b>', '@import "a.css";'],
  });
  shows(inPage, '…984', [], {
    ...Object.fromEntries(
      [
        String.raw`"0%"`,
        String.raw`"\;\;\;"`,
        String.raw`"0\.0\,"`,
        '"Short Date"',
        '"Yes/No"',
        String.raw`"0\.00E+00"`,
      ].map((format) => [`a number that Excel shows by ${format}`, `<i style='mso-number-format:${format}'>984</i>`]),
    ),
    'a number that a style sheet has Excel show by another': [
      '<i class="k">984</i>',
      String.raw`.k{mso-number-format:"\;\;\;"}`,
    ],
  });
  shows(inPage, '984', ['hidden', 'hidden'], {
    'every second one': ['<b>98</b><i>7</i><b>4</b><i>7</i>', 'td :nth-child( even ){display:none}'],
  });
  shows(inPage, '…984.5', [], {
    'decimals that a format rounds': '<i style="mso-number-format:0">984.5</i>',
  });
  shows(inPage, '9847', ['unclear'], {
    'a rule that nobody here understands': ['984<i class="k">7</i>', 'td:has(i) i:not(.j){display:none}'],
  });
  shows(inPage, '984', ['remapped'], {
    'in a typeface of the page': [
      '<b class="n">984</b>',
      '@font-face{font-family:"Num 1";src:url("data:font/woff2;base64,AAEC")}.n{font:12px/1 "Num 1",serif}',
    ],
  });
  shows(inPage, '9841', ['unseen'], {
    'in a typeface of pictures': '<font face="Wingdings">9841</font>',
  });
  shows(inPage, '9841', [], {
    'in one behind which pictures come': '<i style="font-family:宋体,Wingdings">9841</i>',
  });
  shows(inPage, '984件', [], {
    'a small word': '984<small>件</small>',
  });
  shows(inPage, '984', ['object'], {
    'an icon beside it': ['<i class="d"></i> 984', '.d{background:url(d.png) no-repeat}'],
  });
  shows(inPage, '', [], {
    'a picture that keeps a place': '<img src="x.gif" width="1" height="1">',
    'a page that counts visits': '<iframe src="x.html" width="0" height="0"></iframe>',
  });
  shows(inPage, '☑', [], {
    'a box to tick': '<input type="checkbox" checked>',
  });

  noNumber(inPage, {
    'a line break': '5<br>7',
    'two paragraphs': '<p>5</p><p>7</p>',
    'blocks by class': ['<span class="b">5</span><span class="b">7</span>', '.b{display:block}'],
    'a gap': '5&nbsp;&nbsp;7',
    'a margin': '5<span style="margin-left:2em">7</span>',
    'two boxes': '<input value="5"><input value="7">',
    'a note between digits': '5<sup>①</sup>7',
    'crossed out between digits': '5<s>6</s>7',
    'written backwards': '<bdo dir="rtl">57</bdo>',
    'a digit that the style sheet puts behind it': ['<b class="n">57</b>', '.n::after{content:"1"}'],
    'one behind the cell': ['57', 'td::after{content:"1"}'],
    'a sign before it': ['<b class="n">57</b>', '.n::before{content:"-"}'],
    'a sign that makes it a part': ['<b class="n">57</b>', '.n::after{content:"%"}'],
    'a page in it': '57<iframe srcdoc="8"></iframe>',
    'a page before it': '<iframe srcdoc="8"></iframe>57',
    'a page of another kind': '57<object data="data:text/html,8"></object>',
    'a page that a program of its own shows': '57<embed src="data:text/html,8">',
    'a drawing with digits': '57<svg><text>8</text></svg>',
    'a numbered item that is no list': '<b style="display:list-item;list-style:decimal inside">57</b>',
    'a word that makes it more': ['<b class="n">57</b>', '.n::after{content:"万"}'],
    'a digit in small': '5<small>7</small>',
    'a digit as small as a mark': '<p style="font-size:14px">5<i style="font-size:8px">7</i></p>',
    'a digit of the next size': '<font size="3">5</font><i style="font:bold 10.5pt/1 a">7</i>',
    'a digit in the smallest type': '5<font size="1">7</font>',
    'a circled one': ['<b class="n">57</b>', 'td .n:after{content:"①"}'],
    'a counter': ['<b class="n">57</b>', '.n::before{counter-increment:n;content:counter(n)}'],
    'what the page says elsewhere': ['<b class="n" data-n="1">57</b>', '.n::before{content:attr(data-n)}'],
    'a cell that stands elsewhere': ['57', 'td{order:2}'],
    'a row that runs backwards': ['57', 'tr{display:flex;flex-direction:row-reverse}'],
    'parts in any order': ['<div><b>5</b><b>7</b></div>', 'div{display:flex;flex-direction:row-reverse}'],
    'turned round': '<b style="display:inline-block;transform:scaleX(-1)">57</b>',
    'upside down': '<b style="display:inline-block;rotate:180deg">57</b>',
    'upside down by its height': '<b style="display:inline-block;transform:scaleY(-1)">57</b>',
    'a digit far from the other': '<b style="letter-spacing:3em">5</b>7',
    'a line between digits': '<b style="border-right:1px solid">5</b>7',
    'a digit in a wide box': '<b style="display:inline-block;width:50px">5</b>7',
    'a mark of a list that is a digit': '<ul><li style="list-style-type:\'5\'">7</li></ul>',
    'a list with numbers by its style': ['<ul class="n"><li>57</li></ul>', '.n{list-style:decimal inside}'],
    'a mark of a list by a rule': ['<ul><li>57</li></ul>', 'li::marker{content:"1"}'],
    'a first digit that is hidden': ['57', 'td::first-letter{font-size:0}'],
    'something painted over it': '57<i style="position:absolute;inset:0;background:#fff"></i>',
    'what a browser shows in its place': '57<template shadowrootmode="open">5</template>',
    'a number of a list before it': '<ol><li>57</li></ol>',
    'digits that change their places':
      '<i style="position:relative;left:9px">7</i><i style="position:relative;left:-9px">5</i>',
    'a digit that is pushed over another one': '57<i style="display:inline-block;transform:translateX(-8px)">8</i>',
    'what a script writes': '57<script>document.write(1)</script>',
  });

  it('is plain where a style sheet puts signs beside it that are no digits', () => {
    expect(
      readNumber(inPage('<b class="n">57</b>', '.n::before{content:"▸ "}.n::after{content:"件"}').text)?.value,
    ).toBe(57);
  });

  it('of a page whose style sheet never ends is read all the same', () => {
    for (const style of [
      '/*'.repeat(200_000),
      '"{'.repeat(200_000),
      'a{'.repeat(200_000),
      '*{color:red}'.repeat(10_000),
      'a{& & & & & & & &{'.repeat(100_000),
      ':not('.repeat(100_000),
    ])
      expect(inPage('984', style).text).toBe('984');
  });

  it('of a page with more rules than anybody can tell what they hide is refused', () => {
    expect(() => inPage('984', '*{color:red}'.repeat(50_000))).toThrow(ArchiveError);
    const many = Array.from({ length: 2_000 }, (_, at) => `.a${at}`).join();
    expect(() => inPage('984', `${many}{${many}{color:red}}`)).toThrow(ArchiveError);
  });

  it('that lies on one which comes down from above is no number', () => {
    const [table] = blocksOfPage(
      '<table><tr><td>规章<td rowspan="2">5<tr><td colspan="2">7<tr><td>条例<td>9</table>',
      new Budget(),
    );
    const values = table?.kind === 'table' ? gridOf(table, new Budget()).values : [];
    expect(values.map((row) => row.map((text) => readNumber(text)?.value))).toEqual([
      [undefined, 5],
      [undefined, undefined],
      [undefined, 9],
    ]);
  });

  it('reaches no further than the part of the table in which it begins', () => {
    const page = (rows: string): readonly (readonly string[])[] => {
      const [table] = blocksOfPage(`<table>${rows}</table>`, new Budget());
      return table?.kind === 'table' ? gridOf(table, new Budget()).values : [];
    };
    expect(page('<thead><tr><th rowspan="3">项目<th>件数</thead><tr><td>规章<td>5')).toEqual([
      ['项目', '件数'],
      ['规章', '5'],
    ]);
    // A head of two rows that begins in one part and ends in the other, as pages from Word have it.
    expect(
      page('<thead><tr><th rowspan="2">项目<th colspan="2">件数</thead><tr><th>上年<th>本年<tr><td>规章<td>5<td>6'),
    ).toEqual([
      ['项目', '件数', ''],
      ['', '上年', '本年'],
      ['规章', '5', '6'],
    ]);
    expect(page('<tr><td rowspan="0">规章<td>5<tr><td>7<tr><td>8<tbody><tr><td>条例<td>9')).toEqual([
      ['规章', '5'],
      ['', '7'],
      ['', '8'],
      ['条例', '9'],
    ]);
  });

  it('that is not displayed leaves its place to the next one', () => {
    const [table] = blocksOfPage('<table><tr><td style="display:none">7</td><td>984</td></tr></table>', new Budget());
    expect(table?.kind === 'table' && gridOf(table, new Budget()).values).toEqual([['984']]);
  });
});

describe('what newer style sheets and widgets make of a number in a page', () => {
  const kindsOf = ({ kinds }: Shown): readonly AsideKind[] => kinds;
  shows(inPage, '', ['hidden'], {
    'in the colour of its ground, which is black': '<b style="background:#000">984</b>',
    'on a ground in the colour of its letters': '<b style="background:currentcolor">984</b>',
    'turned to its edge': '<b style="transform:rotateX(90deg)">984</b>',
    'beyond the edge by all sides': '<b style="position:absolute;inset:auto auto auto -9999px">984</b>',
    'beyond the edge where lines begin': '<b style="position:absolute;inset-inline-start:-9999px">984</b>',
    'by a margin where lines begin': '<b style="margin-inline-start:-9999px">984</b>',
    'by one of four margins': '<b style="margin:0 0 0 -9999px">984</b>',
    'in a block without height': '<div style="block-size:0;overflow:hidden">984</div>',
    'in a block of three points': '<div style="height:3px;overflow:hidden">984</div>',
    'in a line with no room for it': '<div style="width:8px;white-space:nowrap;overflow:hidden">984</div>',
    'in a part that no content widens': '<div style="contain:strict">984</div>',
  });
  shows(inPage, '984', ['unseen'], {
    'white by lightness': '<b style="color:oklch(1 0 0)">984</b>',
    'white in a space of colours': '<b style="color:color(srgb 1 1 1)">984</b>',
    'white by day': '<b style="color:light-dark(#fff, #000)">984</b>',
    'mixed to white': '<b style="color:color-mix(in srgb, #fff 98%, #000)">984</b>',
    inverted: '<b style="filter:invert(1)">984</b>',
    blurred: '<b style="filter:grayscale(1) blur(6px)">984</b>',
    'without contrast': '<b style="filter:contrast(0)">984</b>',
    'lightened by what it lies on': '<b style="mix-blend-mode:screen">984</b>',
    'as dots': '<b style="-webkit-text-security:disc">984</b>',
    'on a path': '<b style="offset-path:circle(900px)">984</b>',
  });
  shows(inPage, '984', [], {
    'on a dark ground': '<b style="background:#333">984</b>',
    'dark by lightness': '<b style="color:oklch(20% 0 0)">984</b>',
    'black by day': '<b style="color:light-dark(rgb(0, 0, 0), #fff)">984</b>',
    'not inverted': '<b style="filter:invert(0)">984</b>',
    'grey, as pages are in mourning': '<b style="filter:grayscale(100%)">984</b>',
    'darkened by what it lies on': '<b style="mix-blend-mode:multiply">984</b>',
  });
  shows(inPage, '', ['object'], {
    'that a picture takes the place of': '<b style="content:url(a.png)">984</b>',
  });

  it('that vanishes at the end of a movement is told, and one that appears is read', () => {
    const moved = (frames: string): readonly AsideKind[] =>
      kindsOf(inPage('<b class="k">984</b>', `@keyframes go{${frames}}.k{animation:go 1s forwards}`));
    expect(moved('from{opacity:1}to{opacity:0}')).toEqual(['hidden']);
    expect(moved('from{opacity:0}to{opacity:1}')).toEqual([]);
  });

  const sheet = '<link rel="stylesheet" href="a.css">';
  it.each<[string, string, number | null]>([
    ['a number to which a script counts up', '<b class="timer" data-to="984">0</b>', null],
    ['one at which it has arrived', '<b class="timer" data-to="984">984</b>', 984],
    ['one beside the order of its column', '<b data-sort="3">984</b>', 984],
    [
      'digits that roll',
      `${sheet}<span class="digit"><span class="spacer">8</span><span class="value">9</span></span>`,
      null,
    ],
    ['a number and one for other readers', `${sheet}<i class="sr-only">7</i>984`, null],
    ['a number and one for small screens', `${sheet}<i class="hidden-xs">984</i><i class="visible-xs">7</i>`, null],
    ['a number in an element of a class', `${sheet}<i class="num">984</i>`, 984],
    ['a number in pieces of no class', `${sheet}<span lang="EN-US">9</span><span>84</span>`, 984],
    ['a number in pieces where all style sheets are in the page', '<i class="a">9</i><i class="b">84</i>', 984],
    ['a number and its unit in an element', `${sheet}984<i class="unit">件</i>`, 984],
    ['pieces in elements that no browser knows', '<st1:chmetcnv>9</st1:chmetcnv>84', 984],
    ['on a dark ground, the colour of letters being elsewhere', `${sheet}<b style="background:#000">984</b>`, 984],
  ])('%s', (_, content, value) => {
    expect(readNumber(inPage(content).text)?.value ?? null).toBe(value);
  });

  it('in a column that is hidden as a whole keeps its place and is told, also behind cells from above', () => {
    const [table] = blocksOfPage(
      '<style>.h{visibility:collapse}</style><table><colgroup><col><col span="2" class="h"></colgroup><col>' +
        '<tr><td rowspan="2">规章<td>1<td colspan="2">2<tr><td>3<td>4<td>5</table>',
      new Budget(),
    );
    if (table?.kind !== 'table') throw new Error('no table');
    const { values, asides } = gridOf(table, new Budget());
    expect(values.map((row) => row.slice(1))).toEqual([
      ['', '2', ''],
      ['', '', '5'],
    ]);
    expect(asides.at({ row: 1, column: 2 })).toEqual([{ kind: 'hidden', text: '4' }]);
  });
});
