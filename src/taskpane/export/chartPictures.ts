/** The charts of a report as pictures for a file that takes no drawings. */
import type { Report } from '../../report/report';
import { chartSvg, chartText, reportCharts, type Chart } from '../../write/chart';
import type { WordPicture } from '../../write/word/picture';

/** Dots for each pixel of the drawing: sharp in print over the width of a page. */
const sharpness = 3;
const fonts = "SimSun, 'Songti SC', 'Noto Serif CJK SC', serif";

async function picture(chart: Chart): Promise<WordPicture> {
  const root = new DOMParser().parseFromString(chartSvg(chart), 'image/svg+xml').documentElement;
  // An image has no page around it whose font it could take.
  root.setAttribute('font-family', fonts);
  const [width, height] = [Number(root.getAttribute('width')), Number(root.getAttribute('height'))];
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png === null) throw new Error('no picture');
  return { png: new Uint8Array(await png.arrayBuffer()), width, height, description: chartText(chart) };
}

/** @throws Error where the browser cannot draw */
export const chartPictures = (report: Report, previous: Report): Promise<WordPicture[]> =>
  Promise.all(reportCharts(report, previous).map(picture));
