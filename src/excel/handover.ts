/**
 * Getting a file out of the pane. No host tells whether a file was saved, so this says only how it was handed over.
 * On the Mac and the iPad a download from the pane does nothing: there a page of our own in the system's browser builds
 * the file again, from what its address carries in the fragment.
 */
import type { Handover, HandoverFile } from '../host/host';
import { download } from '../host/download';

/** Characters. Longer addresses are cut off by some systems: measured on none of them yet, so well below known limits. */
const longestAddress = 60_000;

const withoutDownloads = (): boolean =>
  [Office.PlatformType.Mac, Office.PlatformType.iOS].includes(Office.context.platform);

function openSavePage(errand: string | null): Handover {
  if (errand === null) return 'none';
  const url = new URL('save.html', window.location.href);
  url.hash = errand;
  if (url.href.length > longestAddress) return 'none';
  if (!Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) return 'none';
  Office.context.ui.openBrowserWindow(url.href);
  return 'window';
}

export function handOver(file: HandoverFile): Handover {
  if (withoutDownloads()) return openSavePage(file.errand);
  download(file);
  return 'download';
}
