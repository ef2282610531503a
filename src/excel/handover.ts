/**
 * Getting a file out of the pane. No host tells whether a file was saved, so this says only how it was handed over.
 * On the Mac and the iPad a download from the pane does nothing: there a page of our own in the system's browser builds
 * the file again, from what its address carries in the fragment.
 */
import type { Handover, HandoverFile } from '../host/host';

/** The browser needs the address of the file for as long as it takes to start the download, in milliseconds. */
const keepFor = 60_000;
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
  const url = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keepFor);
  return 'download';
}
