package main

import (
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes this test binary the program too, so that scripts run it as a
// process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"wijkvisie": main})
}

// TestScripts runs the scripts in testdata: what each user of the command sees.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"sametree": sameTree,
			"status":   status,
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

func TestReferenceDateIsTodayInTheNetherlands(t *testing.T) {
	// At half past eleven in the evening in London it is already tomorrow in Utrecht.
	late := time.Date(2011, 7, 31, 22, 30, 0, 0, time.UTC)
	for _, c := range []struct{ name, epoch, date, want string }{
		{"the clock", "", "", "2011-08-01"},
		{"SOURCE_DATE_EPOCH", "1305755999", "", "2011-05-18"},
		{"SOURCE_DATE_EPOCH after midnight", "1305756000", "", "2011-05-19"},
		{"--date", "1305756000", "2013-03-01", "2013-03-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := environment{
				getenv: func(key string) string { return map[string]string{"SOURCE_DATE_EPOCH": c.epoch}[key] },
				now:    func() time.Time { return late },
			}
			opt, err := parseFlags(commands()[0], append([]string{}, flagIf("--date", c.date)...), 0)
			if err != nil {
				t.Fatal(err)
			}
			got, err := referenceDate(env, opt)
			if err != nil || got.String() != c.want {
				t.Errorf("got %v, %v; want %s", got, err, c.want)
			}
		})
	}
}

func flagIf(name, value string) []string {
	if value == "" {
		return nil
	}
	return []string{name, value}
}
