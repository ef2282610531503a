/**
 * Puts limits into pdf.js where it counts as far as a number in a file says: a file of one kilobyte would take all memory, or
 * end the whole program. A loader of webpack. `src/read/formats/pdf/pdfLibrary.ts` says how much a file may spend.
 */

/** Characters that a typeface can have: they are named by two bytes. */
const characters = 65_536;
/** Looks that are kept at once, each within the one before. */
const looks = 1_000;
/** Bytes of a stream, taken apart by whichever method; more than `packingLimits` lets pass, in powers of two. */
const stream = 64 * 1024 * 1024;
/** Bytes of a file that count as one word more where a word is longer. */
const longToken = 16;
/** Samples of a function of colours. */
const samples = 1_000_000;

const spend = `function goujiSpend(count){const budget=globalThis.goujiPdfBudget;if(!budget)return true;budget.left-=Math.max(0,count);return budget.left>=0}function goujiForms(count){const budget=globalThis.goujiPdfBudget;if(!budget)return;budget.forms-=count;if(budget.forms<0){budget.over();throw new Error("too many forms")}}function goujiBytes(count){const budget=globalThis.goujiPdfBudget;if(!budget)return;budget.bytes-=count;if(budget.bytes<0||count>${stream}){budget.over();throw new Error("too many bytes")}}function goujiSteps(count){const budget=globalThis.goujiPdfBudget;if(!budget)return;budget.steps-=count;if(budget.steps<0){budget.over();throw new Error("too many steps")}}function goujiToken(lexer){const at=lexer.stream.pos,before=lexer.goujiAt??at;lexer.goujiAt=at;goujiSteps(at-before>${longToken}?(at-before)/${longToken}:1)}function goujiDepth(depth){if(depth>${looks})goujiForms(Infinity)}`;

const ofWidths = (/** @type {string} */ end) =>
  `if(goujiSpend(Math.min(${end},${characters - 1})-Math.max(t,0)))for(let e=Math.max(t,0);e<=${end}&&e<${characters};e++)`;

/** @type {readonly (readonly [what: string, from: string, to: string])[]} */
const changes = [
  ['widths of a range of characters', 'for(let e=t;e<=i;e++)a[e]=s', `${ofWidths('i')}a[e]=s`],
  ['heights of a range of characters', 'for(let e=t;e<=a;e++)r[e]=s', `${ofWidths('a')}r[e]=s`],
  ...['mapCidRange', 'mapBfRange'].map(
    (name) =>
      /** @type {const} */ ([
        name,
        `if(t-e>ln)throw new Error("${name} `,
        `if(t-e>ln||!goujiSpend(t-e))throw new Error("${name} `,
      ]),
  ),
  // No colour is looked at: not what a mesh shades, nor what a pattern draws, which may draw itself.
  [
    'samples of a function',
    'r*=t;const o=new Array(r);let l=0,c=0;const h=1/(2**i-1),d=n.getBytes((r*i+7)/8);',
    `r*=t;if(!(r<=${samples}))throw new ti("too many samples");const h=1/(2**i-1),d=n.getBytes((r*i+7)/8);if(r>${characters}&&d.length<Math.floor(r*i/8))throw new ti("samples that are not there");const o=new Array(r);let l=0,c=0;`,
  ],
  // A form may show another ten times, and that one the next.
  ['forms', 'async buildFormXObject(e,t,i,n,a,s,r,o){', 'async buildFormXObject(e,t,i,n,a,s,r,o){goujiForms(1);'],
  [
    'bytes',
    'for(;i<e;)i*=2;const n=new Uint8Array(i);return n.set(t)',
    'for(;i<e;)i*=2;goujiBytes(i);const n=new Uint8Array(i);return n.set(t)',
  ],
  // A look that is kept again and again, each with all before it behind it.
  [
    'looks',
    'save(){const e=this.state;this.stateStack.push(this.state)',
    'save(){const e=this.state;goujiDepth(this.stateStack.length);this.stateStack.push(this.state)',
  ],
  // What stands on the page beside what is printed on it: notes, links and fields to fill in.
  ['annotations', 'if(0===e.length)return e;const[t,i]=', 'if(0===e.length)return e;goujiForms(e.length);const[t,i]='],
  // Many pages may draw the same again, each word of which is taken apart on each page.
  [
    'words',
    'getObj(){let e=!1,t=this.currentChar;for(;;){if(t<0)return ci;',
    'getObj(){goujiToken(this);let e=!1,t=this.currentChar;for(;;){if(t<0)return ci;',
  ],
  ['letters', 'handleText(e,t){const i=t.font,', 'handleText(e,t){goujiSteps(e.length);const i=t.font,'],
  // No picture is unpacked; that there is one is said, and whether it lets nothing through.
  [
    'pictures',
    'removed.";if(!l)throw new Error(e);return void warn$1(e)}',
    'removed.";if(!l)throw new Error(e);return void n.addOp(67,[!["SMask","Mask","ImageMask","IM","OC","SMaskInData"].some(e=>h.has(e))])}',
  ],
  // Nothing from a file becomes code, whatever option is given.
  [
    'functions as code',
    'if(e.isEvalSupported&&FeatureTest.isEvalSupported){const e=(new PostScriptCompiler).compile(r,n,a);if(e)return new Function("src","srcOffset","dest","destOffset",e)}',
    '',
  ],
  ['meshes of colours', 'return new MeshShading(e,t,i,n,a,s);', 'throw new ti("a mesh");'],
  ['patterns', 'return this.handleTilingType(t,o,s,g,a,e,r,l)', 'return void e.addOp(t,["TilingPattern"])'],
];

/**
 * @param {string} source
 * @throws Error where the library is not the one that was looked at
 */
export default function withLimits(source) {
  return changes.reduce((text, [what, from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`pdf.js is another one: ${what}`);
    return text.replace(from, () => to);
  }, `${source}\n${spend}\n`);
}
