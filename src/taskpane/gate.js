/*
 * Lets the pane in only where it can run; elsewhere a static page says what to use instead. This file must run in every
 * engine that ever showed a task pane, so it is written in ECMAScript 5 and is not compiled.
 */
(function () {
  'use strict';

  /** What the pane needs of Excel: the set of Excel 2021. */
  var needed = '1.14';
  /** After this many milliseconds without an answer from Excel the page says so. A later answer still counts. */
  var patience = 20000;

  var reasons = {
    engine: [
      '这个 Excel 使用的浏览器内核太旧，不能运行勾稽。',
      'The browser engine of this Excel is too old to run Gouji.',
    ],
    excel: [
      '这个 Excel 的版本太旧，缺少勾稽需要的功能（ExcelApi ' + needed + '）。',
      'This Excel is too old: it lacks what Gouji needs (ExcelApi ' + needed + ').',
    ],
    host: ['勾稽要在 Excel 中打开，不能单独运行。', 'Gouji runs inside Excel, not by itself.'],
    office: [
      '没有连上 Excel。请关闭本窗格，再重新打开。',
      'Excel could not be reached. Please close this pane and open it again.',
    ],
    bundle: [
      '勾稽没有加载完整。请检查网络，关闭本窗格，再重新打开。',
      'Gouji did not load completely. Please check the network, close this pane and open it again.',
    ],
  };

  var bundle = document.currentScript ? document.currentScript.getAttribute('data-bundle') : 'taskpane.js';
  var admitted = false;

  function byId(id) {
    return document.getElementById(id);
  }

  function refuse(reason) {
    var place = byId('reason');
    byId('starting').style.display = 'none';
    while (place.firstChild) place.removeChild(place.firstChild);
    place.appendChild(document.createTextNode(reasons[reason][0]));
    place.appendChild(document.createElement('br'));
    place.appendChild(document.createTextNode(reasons[reason][1]));
    byId('instead').removeAttribute('hidden');
    byId('instead').style.display = 'block';
  }

  function admit() {
    if (admitted) return;
    admitted = true;
    var script = document.createElement('script');
    script.src = bundle;
    script.onload = function () {
      byId('starting').style.display = 'none';
      byId('instead').style.display = 'none';
    };
    script.onerror = function () {
      refuse('bundle');
    };
    document.body.appendChild(script);
  }

  /** Everything that the pane uses and that engines learned late. Syntax is tried by `syntax.js`. */
  function engineSuffices() {
    try {
      return (
        typeof Promise === 'function' &&
        typeof Map === 'function' &&
        typeof Proxy === 'function' &&
        typeof fetch === 'function' &&
        typeof globalThis === 'object' &&
        typeof Object.hasOwn === 'function' &&
        typeof Array.prototype.at === 'function' &&
        typeof HTMLDialogElement === 'function' &&
        typeof CSS === 'object' &&
        CSS.supports('inset', '0') &&
        CSS.supports('color', 'var(--any)') &&
        new RegExp('^\\p{Lu}$', 'u').test('A') &&
        window.goujiSyntax === 1
      );
    } catch (error) {
      return false;
    }
  }

  if (!engineSuffices()) {
    refuse('engine');
    return;
  }
  if (typeof Office === 'undefined') {
    refuse('office');
    return;
  }
  var timer = setTimeout(function () {
    refuse('office');
  }, patience);
  Office.onReady(function (info) {
    clearTimeout(timer);
    if (!info || info.host !== Office.HostType.Excel) refuse('host');
    else if (!Office.context.requirements.isSetSupported('ExcelApi', needed)) refuse('excel');
    else admit();
  });
})();
