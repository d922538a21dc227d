// Sveltia CMS begint zodra de letters uit deze map zijn ingesteld.
window.CMS_MANUAL_INIT = true
const { default: CMS } = await import('./cms/@SCRIPT@')
CMS.init()
