package main

import (
	"math"
	"runtime/debug"

	"wijkvisie/internal/shelf"
)

// How much garbage there may be for all that is in use, in percent (GOGC). Collecting
// takes time for all that is in use, and what is not collected takes memory.
const (
	// garbageAtFirst is for a command that is over before it has used much.
	garbageAtFirst = 400
	// noCollecting is for one that is over before it has used as much as limitMemory allows.
	noCollecting = -1
	// garbageOfPreview is little: it stands open all day beside an editor and a browser.
	garbageOfPreview = 25
)

// Of how many bytes of content on memory is saved where that takes time.
const (
	someContent = 4 << 20  // some hundreds of wijken: texts wait on disk
	muchContent = 16 << 20 // a thousand: there is less garbage too
)

// garbageOf returns how much there may be in a build of so many bytes of content, while
// it is read and once it is. Of much content hardly more bytes than it has are kept while it is
// read, and twice that in the end.
func garbageOf(content int) (reading, then int) {
	switch {
	case content < 1<<20: // ten wijken
		return garbageAtFirst, garbageAtFirst
	case content < muchContent:
		return 100, 100
	default:
		return 100, 50
	}
}

// garbageOfCheck returns how much there may be in a check, which renders nothing and is
// over soon after all is read. More saves no time: memory that is new takes time too.
func garbageOfCheck(content int) int {
	if content < 1<<20 {
		return garbageAtFirst
	}
	return 100
}

// allowGarbage sets how much garbage there may be, unless the user did (GOGC).
func allowGarbage(env environment, percent int) {
	if env.getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// How many bytes a build that does not collect may use before it does so after all: five
// times the content, but no less than leastLimit.
const leastLimit = 64 << 20

func limitOf(content int) int64 { return max(leastLimit, 5*int64(content)) }

// noLimit is for a build that collects.
const noLimit = math.MaxInt64

// limitMemory sets how many bytes may be used before garbage is collected in any case,
// unless the user did (GOMEMLIMIT).
func limitMemory(env environment, limit int64) {
	if env.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit)
	}
}

// setAside lets the texts of some content wait on disk, where there is room.
func setAside(texts *shelf.Shelf, content int) {
	if content >= someContent && texts.InMemory() {
		_ = texts.Open("") // else they stay in memory
	}
}
