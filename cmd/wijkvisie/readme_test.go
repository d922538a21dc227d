package main

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestReadmeQuotesTheReportOfTheExample holds the lines that the README quotes of a report
// against what the program writes: they are in it in this order.
func TestReadmeQuotesTheReportOfTheExample(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	const prompt = "    $ wijkvisie report "
	_, quote, ok := strings.Cut(string(readme), prompt)
	if !ok {
		t.Fatal("the README quotes no report")
	}
	arguments, quote, _ := strings.Cut(quote, "\n")
	quote, _, _ = strings.Cut(quote, "\n\n")
	var stdout, stderr bytes.Buffer
	env := environment{
		args:   append([]string{"report", "--content", "../../content"}, strings.Fields(arguments)...),
		stdout: &stdout,
		stderr: &stderr,
		getenv: func(string) string { return "" },
		now:    time.Now,
	}
	if status := run(context.Background(), env); status != statusDone {
		t.Fatalf("exit status %d\n%s", status, stderr.String())
	}
	rest := strings.Split(stdout.String(), "\n")
	for line := range strings.SplitSeq(quote, "\n") {
		line = strings.TrimPrefix(line, "    ")
		if line == "[…]" {
			continue
		}
		i := slices.Index(rest, line)
		if i < 0 {
			t.Fatalf("the report has no line %q there", line)
		}
		rest = rest[i+1:]
	}
}
