/** Sample configurations for the servers of an office: headers, types and how long a browser may keep what. */
import { officeSources, type PackageOptions } from './options';

/**
 * Pages that show an add-in in a frame in Excel on the web. Microsoft gives no list (OfficeDev/office-js#1005); these are
 * what its users and staff name in OfficeDev/office-js#3342 and OfficeDev/office-js-docs-pr#4911. Excel on the desktop
 * uses no frame.
 */
const excelOnTheWeb = [
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
];

export const pages = ['taskpane.html', 'save.html', 'help.html', 'gouji-offline.html'];

const year = 31_536_000;

/** What the server adds to the policy that stands in the pages: who may show them in a frame. */
const framePolicy = ({ framedBy }: PackageOptions, page: string): string =>
  `frame-ancestors ${page === 'taskpane.html' ? [...excelOnTheWeb, ...framedBy].join(' ') : "'none'"}`;

const pathOf = ({ origin }: PackageOptions): string => new URL(origin).pathname.replace(/\/$/u, '');

/** Lines for a server block that answers https. `/srv/gouji/site` is where the folder stands there. */
export function nginxConfiguration(options: PackageOptions): string {
  const base = pathOf(options);
  const headers = (cache: string): string[] => [
    `add_header Cache-Control "${cache}" always;`,
    'add_header X-Content-Type-Options "nosniff" always;',
    'add_header Referrer-Policy "no-referrer" always;',
  ];
  const location = (match: string, lines: readonly string[]): string =>
    `location ${match} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
  return [
    '# 勾稽：放进提供 https 的 server { … } 段里，把 /srv/gouji/site 换成 site 文件夹所在的位置。',
    '# Gouji: goes into a server block that answers https. Replace /srv/gouji/site by where the folder “site” stands.',
    '',
    ...pages.map((page) =>
      location(`= ${base}/${page}`, [
        `alias /srv/gouji/site/${page};`,
        'types { text/html html; }',
        'charset utf-8;',
        // The pages name their parts: an old page would ask for parts that may be gone.
        ...headers('no-cache'),
        `add_header Content-Security-Policy "${framePolicy(options, page)}" always;`,
      ]),
    ),
    '# 文件夹名随内容而变，可以长期缓存。The name of the folder changes with its content.',
    location(`^~ ${base}/parts-`, [
      'alias /srv/gouji/site/parts-;',
      'types { text/javascript js; text/css css; text/html html htm; image/png png; image/gif gif; }',
      'charset utf-8;',
      'charset_types text/javascript text/css text/html;',
      ...headers(`public, max-age=${year}, immutable`),
    ]),
    location(`^~ ${base}/assets/`, [
      'alias /srv/gouji/site/assets/;',
      'types { image/png png; image/svg+xml svg; }',
      ...headers('public, max-age=86400'),
    ]),
  ].join('\n');
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** `web.config` for the folder itself. */
export function iisConfiguration(options: PackageOptions, parts: string): string {
  const page = (name: string): string => `  <location path="${name}">
    <system.webServer>
      <staticContent><clientCache cacheControlMode="DisableCache" /></staticContent>
      <httpProtocol>
        <customHeaders>
          <add name="Content-Security-Policy" value="${attribute(framePolicy(options, name))}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".js" />
      <mimeMap fileExtension=".js" mimeType="text/javascript; charset=utf-8" />
      <remove fileExtension=".css" />
      <mimeMap fileExtension=".css" mimeType="text/css; charset=utf-8" />
      <remove fileExtension=".html" />
      <mimeMap fileExtension=".html" mimeType="text/html; charset=utf-8" />
      <remove fileExtension=".svg" />
      <mimeMap fileExtension=".svg" mimeType="image/svg+xml" />
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="1.00:00:00" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${pages.map(page).join('\n')}
  <location path="${parts}">
    <system.webServer>
      <staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" /></staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}

/** Where the policy in a page must let the library of Office come from. */
export const officeOrigin = ({ officeJs }: PackageOptions): string | null => {
  const source = officeSources[officeJs];
  return source === null ? null : new URL(source).origin;
};
