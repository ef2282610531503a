import { isTextSection } from '../../report/edition';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ActiveReport, WriteResult } from '../../host/host';
import { saysSomething } from '../../report/headings';
import { textSheetTitle } from '../../report/sheet/sheet';
import { textSheetRows } from '../../report/sheet/textSheet';
import { usePane } from '../context';
import { sectionSummaries } from '../fill/draft';
import { freeTextSheet } from '../parts/beside';
import { later } from '../parts/later';
import { Notice } from '../parts/notice';
import { outdatedPhrases } from '../parts/phrases';
import { useWrite } from '../parts/state/useWrite';

/** Characters in a line of the text sheet. */
const textWidth = 84;

const SectionEditor = later(() => import('./editor'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '18px' },
  above: { display: 'flex', flexDirection: 'column', gap: '2px' },
  compared: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', minHeight: '24px' },
  away: { visibility: 'hidden' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** A sheet of tables that stands alone, as one that was moved to another workbook: its text gets a sheet. */
function NoText({ active }: { active: ActiveReport }) {
  const { host, words } = usePane();
  const write = useWrite();
  const say = words.text;
  const { candidate, located } = active;
  const add = async (): Promise<WriteResult> => {
    const { edition, year, unit } = located;
    const name = await freeTextSheet(host, candidate);
    const rows = textSheetRows(edition, textSheetTitle(unit, year), null);
    return host.addSheet(
      { name, widths: [textWidth], headerRows: 1, rows: rows.map(({ text }) => [text]), paint: [] },
      false,
    );
  };
  return (
    <>
      <Notice
        tone="plain"
        action={
          <Button size="small" disabledFocusable={write.pending} onClick={() => void write.run(add, () => '')}>
            {say.addSheet}
          </Button>
        }
      >
        {say.noSheet}
      </Notice>
      {write.notice?.tone === 'failed' && <Notice tone="failed">{write.notice.text}</Notice>}
    </>
  );
}

/** 文字: the text sections, edited here and kept on the text sheet, and what is missing. */
export default function TextTab({ active, onCheck }: { active: ActiveReport; onCheck: () => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.text;
  const { edition } = active.located;
  const sections = sectionSummaries(edition, active.report.narrative);
  const missing = sections.filter((section) => !saysSomething(section.paragraphs)).length;
  const aboutText = active.findings.filter((finding) => finding.place !== null).length;
  const outdated = outdatedPhrases(edition, active.report).length;
  const left = missing === 0 ? say.complete : say.missing(missing);
  if (active.rivalTexts !== undefined) return <Notice tone="warning">{say.rivals(active.rivalTexts)}</Notice>;
  if (active.textSheet === null) return <NoText active={active} />;
  return (
    <div className={styles.root}>
      {/* As many lines whatever they say: what comes up above the boxes would move them under the pointer. */}
      <div className={styles.above}>
        <div className={styles.muted}>{say.onSheet(active.textSheet)}</div>
        <div className={styles.compared} role="status">
          <span className={aboutText + outdated > 0 ? undefined : styles.muted}>
            {outdated > 0 ? say.outdated(outdated) : aboutText > 0 ? say.findings(aboutText) : left}
          </span>
          <Button size="small" className={aboutText > 0 ? undefined : styles.away} onClick={onCheck}>
            {say.toFindings}
          </Button>
        </div>
      </div>
      {edition.sections.map(
        ({ id, title }) => isTextSection(id) && <SectionEditor key={id} active={active} id={id} title={title} />,
      )}
    </div>
  );
}
