/* Runs before the program, in any browser: says what is missing where the program cannot run, instead of an empty page. Plain ES5. */
(function () {
  'use strict'
  var missing = []
  function need(name, there) {
    if (!there) missing.push(name)
  }
  function has(look) {
    try {
      return !!look()
    } catch (error) {
      return false
    }
  }
  need('JavaScript modules', 'noModule' in document.createElement('script'))
  need('IndexedDB', has(function () { return window.indexedDB }))
  need('Web Workers', typeof Worker === 'function')
  need('random numbers', has(function () { return crypto.getRandomValues }))
  need('<dialog>', has(function () { return document.createElement('dialog').showModal }))
  need('structuredClone', typeof structuredClone === 'function')
  need('Array.prototype.findLast', has(function () { return Array.prototype.findLast }))
  need('Object.hasOwn', has(function () { return Object.hasOwn }))
  need('compression streams', typeof CompressionStream === 'function')
  need('regular expressions by script', has(function () { return new RegExp('(?<=a)\\p{Script=Han}', 'u') }))

  function started() {
    return document.documentElement.getAttribute('data-started') !== null
  }
  function part(name, text, style) {
    var element = document.createElement(name)
    element.appendChild(document.createTextNode(text))
    for (var key in style) element.style[key] = style[key]
    return element
  }
  function show(why) {
    var app = document.getElementById('app')
    if (!app || started() || document.getElementById('unsupported')) return
    var page = document.createElement('main')
    page.id = 'unsupported'
    page.setAttribute('role', 'alert')
    var look = { maxWidth: '720px', margin: '60px auto', padding: '0 24px', lineHeight: '1.8', fontFamily: 'SimSun, serif', color: '#1e2226' }
    for (var key in look) page.style[key] = look[key]
    page.appendChild(part('h1', '\u8fd9\u4e2a\u6d4f\u89c8\u5668\u6253\u4e0d\u5f00\u51c6\u7ef3', { fontSize: '24px' }))
    page.appendChild(part('p', '\u8bf7\u6539\u7528 Chromium 109 \u4ee5\u4e0a\u5185\u6838\u7684\u6d4f\u89c8\u5668\uff08Edge\u3001Chrome\u3001360 \u6781\u901f\u6a21\u5f0f\u3001WPS \u6216 QQ \u6d4f\u89c8\u5668\u7684\u65b0\u7248\uff09\uff0c\u6216 Firefox 115 \u4ee5\u4e0a\u3002360\u3001QQ \u7b49\u6d4f\u89c8\u5668\u8bf7\u5207\u6362\u5230\u201c\u6781\u901f\u6a21\u5f0f\u201d\uff0c\u4e0d\u8981\u7528\u201c\u517c\u5bb9\u6a21\u5f0f\u201d\u3002\u8bf7\u7528\u666e\u901a\u7a97\u53e3\uff0c\u4e0d\u8981\u7528\u65e0\u75d5\u7a97\u53e3\u3002'))
    page.appendChild(part('p', '\u7a0b\u5e8f\u6ca1\u6709\u542f\u52a8\uff0c\u4e5f\u6ca1\u6709\u6539\u52a8\u4efb\u4f55\u6570\u636e\u3002\u5728\u522b\u7684\u6d4f\u89c8\u5668\u91cc\u4fdd\u5b58\u7684\u6570\u636e\u4ecd\u5728\u90a3\u4e2a\u6d4f\u89c8\u5668\u91cc\u3002'))
    page.appendChild(part('p', 'Zhunsheng cannot start in this browser. Please use Chromium 109 or later (Edge, Chrome and others) or Firefox 115 or later, in a normal window. Nothing was changed.', { fontFamily: 'sans-serif' }))
    page.appendChild(part('p', why + ' \u00b7 ' + navigator.userAgent, { fontSize: '13px', color: '#5f676f', fontFamily: 'sans-serif', wordBreak: 'break-all' }))
    app.innerHTML = ''
    app.appendChild(page)
  }

  if (missing.length > 0) show(missing.join(', '))
  /* Grammar that is too new, or a part of the program that did not come. */
  window.addEventListener('error', function (event) {
    var from = event.target
    if (from && from.tagName === 'SCRIPT') show('not loaded: ' + (from.src || 'script'))
    else if (event.message) show(String(event.message))
  }, true)
})()
