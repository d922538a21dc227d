package pipeline_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
)

// awkward is our own selection of what lists of awkward input are made of: markup
// that runs scripts, paths that lead out, and text that programs stumble over.
func awkward() []string {
	return []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `<svg/onload=alert(1)>`, `<svg><script>alert&#40;1)</script>`,
		`<iframe srcdoc="<script>alert(1)</script>">`, `<math><mi//xlink:href="data:x,<script>alert(1)</script>">`, `</title><script>alert(1)</script>`,
		`<a href="jav&#x09;ascript:alert(1)">x</a>`, `[x](javascript:alert(1))`, `[x](JaVaScRiPt&colon;alert(1))`, `[x](data:text/html;base64,PHNjcmlwdD4=)`,
		`[x]( javascript:alert(1))`, `[x](//evil.example.com)`, `![x](x" onerror="alert(1))`, `<javascript:alert(1)>`, `[x]: javascript:alert(1)`,
		`'-alert(1)-'`, `{{constructor.constructor('alert(1)')()}}`, `{{.}}`, `{n} {wijk} {{n}}`, `${7*7}`, `<!--#exec cmd="ls"-->`, `]]>`, `--><script>alert(1)</script>`,
		`../../../etc/passwd`, `..\..\windows\win.ini`, `....//....//etc/passwd`, `%2e%2e%2fetc%2fpasswd`, `/etc/passwd`, `file:///etc/passwd`, `\\server\share`, `..%c0%af..`,
		`CON`, `NUL.md`, `a:b`, `.`, `..`, ` `, "\u00a0", "\u200b", "\ufeff", "\u202eabc", "\u2028", "\x00", "\x1b[31m", "\r", "\t",
		`null`, `~`, `true`, `no`, `0`, `-1`, `1e1000`, `0x1F`, `NaN`, `2011-02-30`, `&a [*a]`, `!!binary x`, `<<: *a`, `? x`, `- - -`, `%YAML 1.1`, `|`, `>-`, `@x`, "`x`",
		`Ω≈ç√∫˜µ≤≥÷`, `社會科學院語學研究所`, `ﷺ`, `👩‍👩‍👧‍👦`, `Z̮̞̠͙͔ͅA̸L̛G̝O`, `ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ`, `𝕥𝕙𝕖 𝕢𝕦𝕚𝕔𝕜`, "e\u0301", "\xff\xfe", "\xc3\x28",
		strings.Repeat("[", 500), strings.Repeat("a", 5000), strings.Repeat("*a ", 500), "```", "|a|\n|-|", "[^1]: x", "$(touch /tmp/x)", "'; DROP TABLE wijken; --", "=cmd|' /C calc'!A0",
	}
}

// TestAwkwardInput puts each of them, plain and in quotes, wherever an author can
// write: nothing fails, and nothing of it is markup in a page.
func TestAwkwardInput(t *testing.T) {
	for _, text := range awkward() {
		quoted, err := json.Marshal(strings.ToValidUTF8(text, "?"))
		if err != nil {
			t.Fatal(err)
		}
		for _, written := range []string{text, string(quoted)} {
			files := fstest.MapFS{}
			for path, seed := range seeds() {
				files[path] = &fstest.MapFile{Data: []byte(seed)}
			}
			files["paginas/over.md"] = &fstest.MapFile{Data: []byte("---\ntitel: " + written + "\nomschrijving: " + written + "\n---\n" + text + "\n\n## " + text + " {#" + text + "}\n\n[a](" + text + ") ![b](" + text + ")\n")}
			files["wijkvisies/oost.md"] = &fstest.MapFile{Data: []byte("---\ntitel: " + written + "\nwijk: oost\nperiode: 2011-2014\nstatus: inspraak\nsamenvatting: " + written +
				"\nbehoeften:\n  - id: a\n    titel: " + written + "\n    thema: verkeer\n    bron: {titel: " + written + ", url: " + written + "}\n---\n" + text + "\n")}
			out, err := prepared(pipeline.Input{Content: files, Date: city.Day{Year: 2012, Month: 6, Day: 1}, Advice: true})
			if err != nil {
				t.Fatalf("%q: %v", written, err)
			}
			for _, p := range out.Site.Pages() {
				var page bytes.Buffer
				if err := out.Renderer.Page(&page, p); err != nil {
					t.Fatal(err)
				}
				checkMarkup(t, p.URL, page.Bytes())
			}
		}
	}
}
