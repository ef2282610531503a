import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActiveReport } from '../../host/host';
import { usePane } from '../context';
import { sectionSummaries, type SectionSummary } from '../fill/draft';
import { Notice } from '../parts/notice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  section: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  text: {
    padding: '6px 10px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  paragraph: { margin: '0 0 6px', textIndent: '2em' },
  start: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  toggle: { alignSelf: 'start' },
});

function Section({ section }: { section: SectionSummary }) {
  const { words } = usePane();
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const { paragraphs } = section;
  const say = words.text;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} lang="zh-CN">
        {section.title}
      </h2>
      {paragraphs.length === 0 ? (
        <Notice tone="warning">{say.empty}</Notice>
      ) : (
        <>
          <div className={styles.muted}>{say.length(paragraphs.length, section.characters)}</div>
          <div className={styles.text} lang="zh-CN">
            {whole ? (
              paragraphs.map((paragraph, index) => (
                <p key={index} className={styles.paragraph}>
                  {paragraph}
                </p>
              ))
            ) : (
              <div className={styles.start}>{paragraphs[0]}</div>
            )}
          </div>
          <Button
            className={styles.toggle}
            size="small"
            appearance="subtle"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {whole ? say.hide : say.show}
          </Button>
        </>
      )}
    </section>
  );
}

/** 文字: the text sections as they stand on the text sheet, and what is missing. */
export function TextTab({ active, onCheck }: { active: ActiveReport; onCheck: () => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const say = words.text;
  const sections = sectionSummaries(active.located.edition, active.report.narrative);
  const missing = sections.filter((section) => section.paragraphs.length === 0).length;
  const aboutText = active.findings.filter((finding) => finding.place !== null).length;
  if (active.textSheet === null) return <Notice tone="plain">{say.noSheet}</Notice>;
  return (
    <div className={styles.root}>
      <div className={styles.muted}>
        {say.onSheet(active.textSheet)} · {missing === 0 ? say.complete : say.missing(missing)}
      </div>
      {aboutText > 0 && (
        <Notice
          tone="warning"
          action={
            <Button size="small" onClick={onCheck}>
              {say.toFindings}
            </Button>
          }
        >
          {say.findings(aboutText)}
        </Notice>
      )}
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </div>
  );
}
