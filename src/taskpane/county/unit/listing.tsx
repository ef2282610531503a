import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
});

/** Sentences under a head. */
export function Listing({ title, items }: { title: string; items: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <h4 className={styles.heading}>{title}</h4>
      <ul className={styles.list}>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </>
  );
}
