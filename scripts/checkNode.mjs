/** Runs before anything else is loaded, so it keeps to words an old Node understands. */
export function checkNode() {
  const parts = process.versions.node.split('.').map(Number)
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return
  console.error('准绳需要 Node.js 20.19 或更高版本,当前为 ' + process.versions.node + '。请从 https://nodejs.org 安装后再试。')
  console.error('Zhunsheng needs Node.js 20.19 or newer; this is ' + process.versions.node + '. Install it from https://nodejs.org and try again.')
  process.exit(1)
}
