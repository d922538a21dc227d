package city

import (
	"testing"
	"time"
)

func TestDaysAreWrittenAsThePackageTimeWritesThem(t *testing.T) {
	for _, year := range []int{1, 99, 999, 1999, 2012, 9999} {
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			want := day.Format(time.DateOnly)
			if got := string(DayOf(day).Append([]byte("op "))); got != "op "+want {
				t.Fatalf("got %q, want %q", got, want)
			}
			month := PlannedDate{Precision: ByMonth, Year: year, Part: int(day.Month())}
			if got, want := month.String(), day.Format("2006-01"); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
	}
	if got := (Day{}).String(); got != "" {
		t.Errorf("no day is %q", got)
	}
}

func TestParseDay(t *testing.T) {
	for _, text := range []string{"2011-02-29", "2011-5-19", "19-05-2011", "2011-05-19T00:00", "0000-01-01", ""} {
		if d, ok := ParseDay(text); ok {
			t.Errorf("%q is taken for %v", text, d)
		}
	}
	if d, ok := ParseDay("2012-02-29"); !ok || d != (Day{2012, 2, 29}) {
		t.Errorf("2012-02-29: %v, %v", d, ok)
	}
}

func TestAddMonthsKeepsToTheMonth(t *testing.T) {
	for _, c := range []struct {
		from Day
		n    int
		want string
	}{
		{Day{2011, 1, 31}, 1, "2011-02-28"},
		{Day{2012, 1, 31}, 1, "2012-02-29"},
		{Day{2011, 11, 30}, 3, "2012-02-29"},
		{Day{2011, 12, 15}, 12, "2012-12-15"},
		{Day{2011, 5, 19}, 0, "2011-05-19"},
		{Day{2011, 1, 15}, -1, "2010-12-15"},
	} {
		if got := c.from.AddMonths(c.n); got.String() != c.want {
			t.Errorf("%v and %d months is %v, want %s", c.from, c.n, got, c.want)
		}
	}
}
