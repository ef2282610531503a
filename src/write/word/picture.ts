/** Pictures in a document (DrawingML, ECMA-376 part 1, 20.4 and 20.2). */
import { element, type Xml } from '../xml';
import { paragraph, w } from './markup';
import { portraitPage, textWidth } from './page';

export interface WordPicture {
  readonly png: Uint8Array;
  /** Pixels as it is meant to be seen; a picture wider than the text is made smaller. */
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
}

const emuPerPixel = 9525;
const emuPerTwip = 635;
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Relationship of the picture at an index. */
export const pictureRelationship = (index: number): string => `rIdPicture${index + 1}`;
export const picturePart = (index: number): string => `media/picture${index + 1}.png`;

/** A picture in a paragraph of its own. */
export function pictureParagraph({ width, height, description }: WordPicture, index: number): Xml {
  const most = textWidth(portraitPage) * emuPerTwip;
  const scale = Math.min(1, most / (width * emuPerPixel));
  const size = { cx: Math.round(width * emuPerPixel * scale), cy: Math.round(height * emuPerPixel * scale) };
  const name = { id: index + 1, name: `Picture ${index + 1}`, descr: description };
  return paragraph(
    null,
    // A line of fixed height would cut the picture off.
    [w('spacing', { before: 120, after: 120, line: 240, lineRule: 'auto' }), w('jc', { val: 'center' })],
    w(
      'r',
      null,
      w(
        'drawing',
        null,
        element(
          'wp:inline',
          { 'xmlns:wp': `${drawing}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
          element('wp:extent', size),
          element('wp:docPr', name),
          element(
            'a:graphic',
            { 'xmlns:a': `${drawing}/main` },
            element(
              'a:graphicData',
              { uri: `${drawing}/picture` },
              element(
                'pic:pic',
                { 'xmlns:pic': `${drawing}/picture` },
                element('pic:nvPicPr', null, element('pic:cNvPr', name), element('pic:cNvPicPr')),
                element(
                  'pic:blipFill',
                  null,
                  element('a:blip', { 'r:embed': pictureRelationship(index) }),
                  element('a:stretch', null, element('a:fillRect')),
                ),
                element(
                  'pic:spPr',
                  null,
                  element('a:xfrm', null, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                  element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
