package main

import (
	"bytes"
	"crypto/sha256"
	"debug/elf"
	"fmt"
	"os"
	"path"
	"runtime"
	"runtime/debug"
	"strings"

	"wijkvisie/internal/starter"
)

// thisProgram returns what a site's repository knows of a program that was built so.
func thisProgram(info *debug.BuildInfo) starter.Program {
	p := starter.Program{Version: versionOf(info)}
	version, _, _ := strings.Cut(strings.TrimPrefix(info.GoVersion, "go"), " ")
	p.Go = version
	host, _, _ := strings.Cut(info.Main.Path, "/")
	released := strings.HasPrefix(info.Main.Version, "v") && !strings.Contains(info.Main.Version, "+")
	if strings.Contains(host, ".") && released {
		p.Module = info.Path
	}
	return p
}

// withProgram adds a copy of the program to the files of a site, for Linux on amd64, which web
// hosts run.
func withProgram(opt *options, files map[string]string) error {
	if system := runtime.GOOS + "/" + runtime.GOARCH; system != "linux/amd64" {
		return usageError{say(opt.lang, sayProgramOther, system, starter.ProgramCopy)}
	}
	name, err := os.Executable()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if needsLibraries(data) {
		return usageError{say(opt.lang, sayProgramDynamic)}
	}
	files[starter.ProgramCopy] = string(data)
	files[starter.ProgramSums] = fmt.Sprintf("%x  %s\n", sha256.Sum256(data), path.Base(starter.ProgramCopy))
	return nil
}

// needsLibraries reports whether a program runs only where the libraries of the system that it
// was built on are.
func needsLibraries(program []byte) bool {
	file, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		return true
	}
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP {
			return true
		}
	}
	return false
}

var (
	sayProgramOther   = phrase{"dit programma is voor %[1]s, en webhosts voeren dat voor linux/amd64 uit. Maak de site zonder --with-program, en zet het bestand wijkvisie-VERSIE-linux-amd64 van dezelfde versie in die map als %[2]s; in README.md staat hoe", "this program is for %[1]s, and web hosts run the one for linux/amd64. Make the site without --with-program, and put the file wijkvisie-VERSION-linux-amd64 of the same version into that folder as %[2]s; README.md says how"}
	sayProgramDynamic = phrase{"dit programma draait alleen op machines zoals deze; neem dat van een release, of maak het met make build", "this program runs only on machines like this one; take that of a release, or make it with make build"}
	sayProgramNone    = phrase{"Een webhost kan de site nog niet maken: het programma staat er niet bij. Begin opnieuw in een lege map met --with-program, of doe wat onder “Het programma” in README.md staat.", "A web host cannot make the site yet: the program is not in it. Start again in an empty folder with --with-program, or do what README.md says under \"Het programma\"."}
)
