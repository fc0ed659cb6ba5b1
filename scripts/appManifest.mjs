/** The installed program (PWA): its name, and that it opens project files by double click where the browser allows. */
export const appManifest = {
  id: './',
  start_url: './',
  scope: './',
  name: '准绳 Zhunsheng',
  short_name: '准绳',
  description: '法治政府建设年度报告评分台',
  lang: 'zh-CN',
  display: 'standalone',
  background_color: '#fbfaf6',
  theme_color: '#1f365d',
  icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  file_handlers: [{ action: './', accept: { 'application/vnd.zhunsheng.project': ['.zhunsheng'] } }],
  launch_handler: { client_mode: 'navigate-existing' },
}
