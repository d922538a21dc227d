package parse

import "wijkvisie/internal/city"

// WrittenDay reads a day as people write it in the Netherlands, when it has only one meaning:
// 19 mei 2011, 19-5-2011.
func WrittenDay(s string) (city.Day, bool) {
	written, ok := dutchDay(s)
	if !ok {
		return city.Day{}, false
	}
	return city.ParseDay(written)
}

// WrittenPlanned reads a planned date as people write it in the Netherlands, when it has only
// one meaning: maart 2012, 3e kwartaal 2012, doorlopend.
func WrittenPlanned(s string) (city.PlannedDate, bool) {
	written, ok := dutchPlanned(s)
	if !ok {
		return city.PlannedDate{}, false
	}
	return city.ParsePlanned(written)
}
