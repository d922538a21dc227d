package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/diag"
)

// writeOverview writes what the program is and which commands it has.
func writeOverview(w io.Writer, lang diag.Lang) {
	fmt.Fprintf(w, "%s\n\n", say(lang, sayPurpose))
	var rows [][2]string
	for _, c := range commands() {
		rows = append(rows, [2]string{"wijkvisie " + c.name, say(lang, c.purpose)})
	}
	writeRows(w, rows)
	fmt.Fprintf(w, "\n%s\n", say(lang, sayHelpOfCommand))
	writeRows(w, flagRows(flagsOfAll(), command{}, lang))
}

// writeHelp writes the help of a command, and reports whether there is such a command.
func writeHelp(w io.Writer, lang diag.Lang, name string) bool {
	if name == "wijkvisie" || name == "help" {
		writeOverview(w, lang)
		return true
	}
	list := commands()
	i := slices.IndexFunc(list, func(c command) bool { return c.name == name })
	if i < 0 {
		return false
	}
	c := list[i]
	fmt.Fprintf(w, "wijkvisie %s %s.\n\n%s: %s\n", c.name, say(lang, c.purpose), say(lang, sayUse), useOf(c, lang))
	fmt.Fprintf(w, "\n%s:\n", say(lang, sayFlags))
	writeRows(w, flagRows(append(flagsOf(c), flagsOfAll()...), c, lang))
	fmt.Fprintf(w, "\n%s:\n", say(lang, sayExamples))
	for _, e := range c.examples {
		fmt.Fprintf(w, "    %s\n        %s\n", say(lang, e.line), say(lang, e.about))
	}
	return true
}

// useOf returns how a command is written.
func useOf(c command, lang diag.Lang) string {
	return strings.TrimSpace("wijkvisie "+c.name+" "+say(lang, c.arguments)) + " [" + say(lang, sayFlagsShort) + "]"
}

// flagRows returns flags with their values, and what they are for.
func flagRows(flags []flagKind, c command, lang diag.Lang) [][2]string {
	var rows [][2]string
	for _, f := range flags {
		name := "--" + f.name
		if f.short != "" {
			name = "-" + f.short + ", " + name
		}
		about := say(lang, f.about)
		if f.values != nil {
			about += ": " + strings.Join(f.values(c), ", ")
		}
		if f.preset != "" {
			about += " (" + f.preset + ")"
		}
		rows = append(rows, [2]string{strings.TrimSpace(name + " " + say(lang, f.value)), about})
	}
	return rows
}

// writeRows writes rows with the second column below one another.
func writeRows(w io.Writer, rows [][2]string) {
	width := 0
	for _, r := range rows {
		width = max(width, utf8.RuneCountInString(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(w, "    %s%s  %s\n", r[0], strings.Repeat(" ", width-utf8.RuneCountInString(r[0])), r[1])
	}
}

// writeManual writes the manual page, in the language of man(7).
func writeManual(_ context.Context, env environment, opt *options) (int, error) {
	lang := opt.lang
	day, err := referenceDate(env, opt)
	if err != nil {
		return 0, err
	}
	var b strings.Builder
	line := func(macro string, texts ...string) {
		for i, t := range texts {
			texts[i] = roff(t)
		}
		b.WriteString(strings.TrimSpace("."+macro+" "+strings.Join(texts, " ")) + "\n")
	}
	paragraph := func(text string) { b.WriteString(roff(text) + "\n") }
	fmt.Fprintf(&b, ".TH WIJKVISIE 1 %s \"wijkvisie %s\"\n", day, versionText())
	line("SH", say(lang, sayManualName))
	paragraph("wijkvisie - " + say(lang, sayPurpose))
	for _, c := range commands() {
		line("SH", "wijkvisie "+c.name)
		paragraph("wijkvisie " + c.name + " " + say(lang, c.purpose) + ".")
		line("PP")
		line("B", useOf(c, lang))
		for _, r := range flagRows(append(flagsOf(c), flagsOfAll()...), c, lang) {
			line("TP")
			line("B", r[0])
			paragraph(r[1])
		}
		for _, e := range c.examples {
			line("PP")
			paragraph(say(lang, e.about) + ":")
			line("PP")
			line("RS")
			paragraph(say(lang, e.line))
			line("RE")
		}
	}
	line("SH", say(lang, sayStatuses))
	for i, about := range []phrase{sayStatusDone, sayStatusContent, sayStatusUsage, sayStatusMachine} {
		line("TP")
		line("B", fmt.Sprint(i))
		paragraph(say(lang, about))
	}
	_, err = io.WriteString(env.stdout, b.String())
	return statusDone, err
}

// roff returns a text as man(7) has it: no hyphen is a dash, and no line begins with a macro.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

var (
	sayPurpose = phrase{
		"wijkvisie laat zien wat elke wijk vroeg, wat de gemeente toezegde en hoe het ervoor staat.",
		"wijkvisie shows what each wijk asked for, what the municipality promised, and how things stand.",
	}
	sayHelpOfCommand = phrase{"“wijkvisie help OPDRACHT” legt een opdracht uit. Elke opdracht kent ook:", "\"wijkvisie help COMMAND\" explains a command. Every command also has:"}
	sayUse           = phrase{"Gebruik", "Usage"}
	sayFlags         = phrase{"Keuzes", "Flags"}
	sayFlagsShort    = phrase{"keuzes", "flags"}
	sayExamples      = phrase{"Voorbeelden", "Examples"}
	sayHelpCommand   = phrase{"legt een opdracht uit", "explains a command"}
	sayHelpFlag      = phrase{"deze uitleg", "this help"}
	sayVersionFlag   = phrase{"welke versie dit is", "which version this is"}
	sayManualName    = phrase{"NAAM", "NAME"}
	sayStatuses      = phrase{"AFSLUITWAARDEN", "EXIT STATUS"}
	sayStatusDone    = phrase{"Gelukt.", "Done."}
	sayStatusContent = phrase{"De inhoud heeft fouten; er is niets gepubliceerd.", "The content has errors; nothing was published."}
	sayStatusUsage   = phrase{"De opdracht is verkeerd gebruikt.", "The command was used wrongly."}
	sayStatusMachine = phrase{"De computer werkte niet mee: schijf vol, geen toestemming.", "The machine failed: disk full, no permission."}
	sayDoubleClicked = phrase{
		"wijkvisie werkt in een opdrachtvenster. Open PowerShell of de opdrachtprompt in de map van uw site, en typ: wijkvisie serve --open",
		"wijkvisie works in a command window. Open PowerShell or the command prompt in the folder of your site, and type: wijkvisie serve --open",
	}
	sayWhichShell = phrase{"zeg voor welke shell: %s", "say which shell: %s"}
)
