package render

import (
	"fmt"
	"testing"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

func TestCalendarHasEveryDay(t *testing.T) {
	look, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	words := look.Words("nl", nil)
	c := newCalendar(words)
	for _, year := range []int{1, 1899, 1900, 1999, 2012, 2099, 2100, 9999} {
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			month := words.Text(fmt.Sprintf("month.%d", day.Month()))
			want := stamp{day.Format(time.DateOnly), fmt.Sprintf("%d %s %d", day.Day(), month, year)}
			for range 2 { // the second time it is known
				if got := c.stamp(city.DayOf(day)); got != want {
					t.Fatalf("got %q, want %q", got, want)
				}
			}
			if got, want := c.month(year, int(day.Month())).name, fmt.Sprintf("%s %d", month, year); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
	}
	if got := c.stamp(city.Day{}); !got.IsZero() || got.Machine != "" {
		t.Errorf("no day is %q", got)
	}
}
