/** Parts of the page that are rarely needed lie in it packed: deflated, as base64 text that nothing runs. */
import { decompressSync, strFromU8, strToU8 } from 'fflate';

/** @throws Error where the page came without the part */
export function unpacked(id: string): string {
  const text = document.getElementById(id)?.textContent?.trim();
  if (!text) throw new Error(`the page came without its part ${id}`);
  return strFromU8(decompressSync(strToU8(atob(text), true)));
}
