# What a developer runs. `make test` is everything; it says what is missing.

GO ?= go
FUZZTIME ?= 10m
BENCHTIME ?= 1s

.PHONY: build test unit lint cross bench fuzz tools

build: ## the program, in this folder
	$(GO) build -o wijkvisie ./cmd/wijkvisie

test: tools lint unit cross ## everything that must be right before a change lands

unit:
	$(GO) test -race ./...

lint:
	@unformatted=$$(gofmt -l cmd internal themes); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff

# The program must build for every system that people preview and publish on.
cross:
	@for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do \
		echo "build $$target"; \
		CGO_ENABLED=0 GOOS=$${target%/*} GOARCH=$${target#*/} $(GO) build -o /dev/null ./cmd/wijkvisie || exit 1; \
	done
	@for system in darwin windows; do \
		echo "vet $$system"; \
		CGO_ENABLED=0 GOOS=$$system GOARCH=amd64 $(GO) vet ./... || exit 1; \
	done

bench: ## benchmarks of every stage, and of the whole program beside a plain copy
	$(GO) test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) ./...

fuzz: ## every fuzz target, FUZZTIME each
	@$(GO) list ./... | while read -r package; do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "fuzz $$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$package || exit 1; \
		done; \
	done

# The race detector needs a C compiler. It is installed where that may be done,
# and missed out loud where not.
tools:
	@if command -v cc >/dev/null || command -v gcc >/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -qq -y --no-install-recommends gcc libc6-dev; \
	else \
		echo "make test needs a C compiler for the race detector: install gcc (on Debian: sudo apt-get install gcc libc6-dev)"; exit 1; \
	fi
