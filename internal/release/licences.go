package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// program is the package that a release is made of.
const program = "./cmd/wijkvisie"

// part is a module that is linked into the program, or Go itself.
type part struct {
	name, version string
	dir           string   // where it stands
	folders       []string // of the packages that are linked
}

// licences writes the licences of the program and of everything that is linked into it for some
// targets, as in linux/amd64. A part without one is an error.
func licences(w io.Writer, dir string, targets []string) error {
	parts, err := linked(dir, targets)
	if err != nil {
		return err
	}
	fmt.Fprint(w, "The program wijkvisie is made of these parts. Each stands under the licence that follows it.\n\n")
	for _, p := range parts {
		fmt.Fprintf(w, "  %s\n", p.title())
	}
	for _, p := range parts {
		files, err := p.licenceFiles()
		if err != nil {
			return err
		}
		for _, name := range files {
			text, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			rule := strings.Repeat("=", 80)
			fmt.Fprintf(w, "\n%s\n%s: %s\n%s\n\n%s\n", rule, p.title(), name, rule, strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"))
		}
	}
	return nil
}

func (p part) title() string { return strings.TrimSpace(p.name + " " + p.version) }

// linked returns what the program is made of, for any of the targets: the program itself, Go, and
// then the modules in the order of the alphabet.
func linked(dir string, targets []string) ([]part, error) {
	var own, standard part
	others := make(map[string]*part)
	for _, target := range targets {
		system, processor, ok := strings.Cut(target, "/")
		if !ok {
			return nil, fmt.Errorf("%q is no target, as linux/amd64 is", target)
		}
		packages, err := packagesOf(dir, system, processor)
		if err != nil {
			return nil, err
		}
		for _, p := range packages {
			switch {
			case p.Standard:
				standard = part{name: "Go", dir: p.Root}
			case p.Module.Main:
				own = part{name: p.Module.Path, dir: p.Module.Dir}
			default:
				m := others[p.Module.Path]
				if m == nil {
					m = &part{name: p.Module.Path, version: p.Module.Version, dir: p.Module.Dir}
					others[p.Module.Path] = m
				}
				m.folders = append(m.folders, p.Dir)
			}
		}
	}
	version, err := output(dir, nil, "go", "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	standard.version = strings.TrimPrefix(strings.TrimSpace(string(version)), "go")
	parts := []part{own, standard}
	for _, m := range others {
		parts = append(parts, *m)
	}
	slices.SortFunc(parts[2:], func(a, b part) int { return cmp.Compare(a.name, b.name) })
	return parts, nil
}

// listed is a package as go list describes it.
type listed struct {
	Dir, Root string
	Standard  bool
	Module    *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// packagesOf returns the packages that are linked into the program for a target.
func packagesOf(dir, system, processor string) ([]listed, error) {
	out, err := output(dir, []string{"CGO_ENABLED=0", "GOOS=" + system, "GOARCH=" + processor},
		"go", "list", "-deps", "-json=Dir,Root,Standard,Module", program)
	if err != nil {
		return nil, err
	}
	var all []listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// licenceFiles returns the names of the files with licences and notices of a part: at its root, and
// in the folders from there to the packages that are linked.
func (p part) licenceFiles() ([]string, error) {
	folders := []string{p.dir}
	for _, folder := range p.folders {
		for ; folder != p.dir && strings.HasPrefix(folder, p.dir); folder = filepath.Dir(folder) {
			folders = append(folders, folder)
		}
	}
	slices.Sort(folders)
	var names []string
	for _, folder := range slices.Compact(folders) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.Type().IsRegular() && isLicence(e.Name()) {
				name, err := filepath.Rel(p.dir, filepath.Join(folder, e.Name()))
				if err != nil {
					return nil, err
				}
				names = append(names, filepath.ToSlash(name))
			}
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no licence in %s", p.title(), p.dir)
	}
	return names, nil
}

// isLicence reports whether a file has the name of a licence or a notice.
func isLicence(name string) bool {
	stem, extension, _ := strings.Cut(strings.ToUpper(name), ".")
	if extension != "" && extension != "MD" && extension != "TXT" && !strings.Contains(extension, "LIBYAML") {
		return false
	}
	stem, _, _ = strings.Cut(stem, "-")
	return slices.Contains([]string{"LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "PATENTS", "UNLICENSE"}, stem)
}

// output runs a program in a folder, with some variables more, and returns what it writes.
func output(dir string, env []string, name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	var complaint bytes.Buffer
	c.Stderr = &complaint
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", strings.Join(c.Args, " "), err, bytes.TrimSpace(complaint.Bytes()))
	}
	return out, nil
}
