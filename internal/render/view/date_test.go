package view

import (
	"fmt"
	"testing"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

func TestEveryDayOfAYearInWords(t *testing.T) {
	builtIn, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &Builder{Words: builtIn.Words("nl", nil)}
	for _, year := range []int{1, 1899, 1900, 1999, 2012, 2099, 2100, 9999} {
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			month := b.Words.Text(fmt.Sprintf("month.%d", day.Month()))
			want := stamp{day.Format(time.DateOnly), fmt.Sprintf("%d %s %d", day.Day(), month, year)}
			if got := b.stamp(city.DayOf(day)); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
			if got, want := b.Words.Month(year, int(day.Month())), fmt.Sprintf("%s %d", month, year); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
	}
	if got := b.stamp(city.Day{}); !got.IsZero() || got.ISO != "" {
		t.Errorf("no day is %q", got)
	}
}
