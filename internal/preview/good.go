package preview

import "sync"

// goodPages are the last versions of pages that could be rendered, by path, without what the
// preview adds. It is safe for concurrent use; nil has none.
type goodPages struct {
	mu    sync.Mutex
	pages map[string][]byte
}

// mostGood is the greatest number of pages that are stored.
const mostGood = 100

// unrendered is the page in the place of one that could never be rendered.
const unrendered = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deze pagina kan nog niet worden getoond</title>
</head>
<body>
<main><h1>Deze pagina kan nog niet worden getoond</h1></main>
</body>
</html>
`

// keep stores a page that could be rendered.
func (g *goodPages) keep(name string, page []byte) {
	if g == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.pages == nil || len(g.pages) >= mostGood {
		g.pages = make(map[string][]byte)
	}
	g.pages[name] = page
}

// page returns the last version of a page that could be rendered, or one that says that there is
// none.
func (g *goodPages) page(name string) []byte {
	if g != nil {
		g.mu.Lock()
		defer g.mu.Unlock()
		if page, ok := g.pages[name]; ok {
			return page
		}
	}
	return []byte(unrendered)
}
