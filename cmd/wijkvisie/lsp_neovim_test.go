package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestNeovim has Neovim start the program as the README says, and edit the example.
func TestNeovim(t *testing.T) {
	nvim, err := exec.LookPath("nvim")
	if err != nil {
		t.Skip("nvim is not here; make tools installs it")
	}
	_, after, _ := strings.Cut(readFile(t, "../../README.md"), "```lua\n")
	snippet, _, ok := strings.Cut(after, "```")
	if !ok {
		t.Fatal("the README has no lines for Neovim")
	}
	content, home := copyExample(t), t.TempDir()
	lines, result := filepath.Join(home, "init.lua"), filepath.Join(home, "result.json")
	if err := os.WriteFile(lines, []byte(snippet), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "--cmd", "set noswapfile hidden", "-c", "luafile testdata/editor.lua")
	cmd.Env = append(os.Environ(), "CONTENT="+content, "RESULT="+result, "SNIPPET="+lines, "LANG=C.UTF-8", "LC_ALL=", "HOME="+home,
		"XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	} else if len(out) > 0 {
		t.Logf("nvim says: %s", out)
	}
	var got struct {
		Problem, Message, Detail, Completed, Hover, File, Line string
		Codes, Formatted                                       []string
	}
	if err := json.Unmarshal([]byte(readFile(t, result)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Problem != "" {
		t.Fatal(got.Problem)
	}
	for _, c := range []struct{ what, got, want string }{
		{"the diagnostics", strings.Join(got.Codes, ", "), "11:17 unknown-need"},
		{"a message", got.Message, "behoefte \"west/schoolroute-over-vleutensweg\" bestaat niet\nbedoelde u \"west/schoolroute-over-vleutenseweg\"?"},
		{"the title of a proposal", got.Detail, "Veilig oversteken bij de Einsteindreef"},
		{"the line that is completed", got.Completed, "    behoeften: [overvecht/veilige-oversteek-einsteindreef"},
		{"the meaning of a status", got.Hover, "Er worden plannen gemaakt. Buiten ziet u nog niets."},
		{"what is formatted", strings.Join(got.Formatted, "\n"), "    titel: Langer groen op de Vleutenseweg 🚲\n    behoeften: [overvecht/veilige-oversteek-einsteindreef]\n    gereed: 2011-12\n    budget: 38000"},
		{"the file of a need", got.File, "overvecht-2011.md"},
		{"the line of a need", got.Line, "  - id: veilige-oversteek-einsteindreef"},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
}
