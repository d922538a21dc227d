# What a developer runs. `make test` is everything; it says what is missing.

GO ?= go
FUZZTIME ?= 10m
EDITS ?= 1000
HISTORIES ?= 100000
TYPED ?= 100000
MISTAKES ?= 100000
BENCHTIME ?= 1s
BASE ?= main
PACKAGES ?= ./internal/...
BENCH ?= .
ROUNDS ?= 6
BROWSERTEST = internal/browsertest

TARGETS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64

# How the programs are made that are given away. The same revision and the same Go make the
# same bytes, on every machine and in every folder.
RELEASE_FLAGS = -trimpath -ldflags "-s -w -buildid="

# What a release and an audit need beside, of these versions on every machine.
CYCLONEDX = github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.9.0

.PHONY: build test unit lint cross bench bench-compare documents fuzz tools release audit

build: ## the program, in this folder
	CGO_ENABLED=0 $(GO) build -o wijkvisie ./cmd/wijkvisie

test: tools lint unit cross ## everything that must be right before a change lands

# What a browser tells of speed is told with nothing else at work.
unit:
	$(GO) test -race $$($(GO) list ./... | grep -v /$(BROWSERTEST)$$)
	$(GO) test -race -timeout 15m ./$(BROWSERTEST)

# What vet and staticcheck compile has the race detector in it, as what the tests compile: it
# is done once.
lint:
	@unformatted=$$(gofmt -l cmd internal themes); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet -race ./...
	staticcheck=$$($(GO) tool -n staticcheck) && GOFLAGS=-race $$staticcheck ./...
	$(GO) mod tidy -diff

# The program must build for every system that people preview and publish on. One processor
# of each will do: no file of ours depends on it. release builds for all. The tests are read for
# Windows, whose files those of Linux, which macOS shares, leave out.
cross:
	@for target in linux/amd64 darwin/arm64 windows/amd64; do \
		echo "build $$target"; \
		CGO_ENABLED=0 GOOS=$${target%/*} GOARCH=$${target#*/} $(GO) build $(RELEASE_FLAGS) -o /dev/null ./cmd/wijkvisie || exit 1; \
	done
	@echo "vet windows/amd64"
	@CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) vet ./...

# What is given away is made in a clone: of what is committed alone, with the version of its
# tag. The first program is made twice, in another folder and with an empty cache, and must be the same.
release: ## dist/: programs for every system with what they are made of (CycloneDX), LICENSES, CHANGES.md, SHA256SUMS
	@test -z "$$(git status --porcelain)" || { echo "commit first: a release is made of what is committed"; exit 1; }
	@rm -rf dist && mkdir dist
	@dist=$$PWD/dist; work=$$(mktemp -d) && trap 'chmod -R u+w '$$work'; rm -rf '$$work EXIT && \
	git clone --quiet . $$work/one && git clone --quiet . $$work/other && \
	cd $$work/one && version=$$(git describe --tags --always --match 'v*') && \
	GOBIN=$$work/bin GOFLAGS=-trimpath $(GO) install $(CYCLONEDX) && \
	for target in $(TARGETS); do \
		system=$${target%/*}; name=wijkvisie-$$version-$$system-$${target#*/}; \
		export CGO_ENABLED=0 GOOS=$$system GOARCH=$${target#*/}; \
		program=$$dist/$$name; [ $$system != windows ] || program=$$program.exe; \
		echo "dist/$$(basename $$program)"; \
		$(GO) build $(RELEASE_FLAGS) -buildvcs=true -o "$$program" ./cmd/wijkvisie && \
		$$work/bin/cyclonedx-gomod app -json -licenses -std -noserial -notimestamp -main cmd/wijkvisie -output "$$dist/$$name.cdx.json" . 2>$$work/complaints || \
			{ cat $$work/complaints; exit 1; }; \
	done && \
	unset GOOS GOARCH && \
	$(GO) run ./internal/release licences $(TARGETS) > $$dist/LICENSES && \
	$(GO) run ./internal/release changes > $$dist/CHANGES.md && \
	echo "$(firstword $(TARGETS)) once more" && \
	cd $$work/other && target=$(firstword $(TARGETS)) && \
	GOCACHE=$$work/cache GOOS=$${target%/*} GOARCH=$${target#*/} $(GO) build $(RELEASE_FLAGS) -buildvcs=true -o $$work/again ./cmd/wijkvisie && \
	cmp $$work/again $$dist/wijkvisie-$$version-$${target%/*}-$${target#*/} && \
	cd $$dist && sha256sum wijkvisie-* LICENSES CHANGES.md > SHA256SUMS && cat SHA256SUMS

# An audit that could not be done is no audit that found nothing: both that and what is found
# fail, and the last line says which it was.
audit: ## what is known to be vulnerable in what the program and its tests are made of
	@work=$$(mktemp -d) && trap 'rm -rf '$$work EXIT; found=; missed=; \
	GOBIN=$$work $(GO) install $(GOVULNCHECK) && $$work/govulncheck ./...; \
	case $$? in 0) ;; 3) found="$$found Go";; *) missed="$$missed Go";; esac; \
	cd $(BROWSERTEST) && npm audit --json > $$work/npm.json 2>$$work/complaints; status=$$?; \
	if ! grep -q '"auditReportVersion"' $$work/npm.json; then cat $$work/complaints; missed="$$missed npm"; \
	elif [ $$status != 0 ]; then npm audit; found="$$found npm"; fi; \
	[ -z "$$found" ] || echo "AUDIT: VULNERABLE, see above:$$found"; \
	[ -z "$$missed" ] || echo "AUDIT: NOT DONE, as what is known could not be fetched:$$missed"; \
	[ -z "$$found$$missed" ] && echo "AUDIT: nothing is known to be vulnerable"

# The program is measured last, so that its table stands at the end. Hugo is compared
# with when it is on the path; BENCH_DIR says where the sites are written (/dev/shm is
# steadier than a disk).
bench: ## benchmarks of every stage, and of the whole program beside a plain copy and Hugo
	$(GO) test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) ./internal/...
	$(GO) test -run '^$$' -bench . -benchtime 1x -timeout 30m ./cmd/...

# What is committed of BASE beside the files here, in turns: a slow minute of the machine
# is one for both. For the whole program: PACKAGES=./cmd/wijkvisie BENCHTIME=1x.
bench-compare: ## two revisions: make bench-compare BASE=main PACKAGES=./internal/parse BENCH=.
	@dir=$$(mktemp -d) && trap 'git worktree remove --force '$$dir'/base; rm -rf '$$dir EXIT && \
	git worktree add --quiet --detach $$dir/base $(BASE) && \
	for round in $$(seq $(ROUNDS)); do \
		echo "round $$round of $(ROUNDS)"; \
		(cd $$dir/base && $(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime $(BENCHTIME) $(PACKAGES)) >> $$dir/before || exit 1; \
		$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime $(BENCHTIME) $(PACKAGES) >> $$dir/here || exit 1; \
	done; \
	(cd $$dir && $(GO) run golang.org/x/perf/cmd/benchstat@latest before here)

documents: ## the Word documents of the tests of internal/docximport, from their sources, by LibreOffice and zip
	internal/docximport/testdata/make.sh

fuzz: ## every fuzz target, FUZZTIME each, EDITS random edits, each followed by a build, TYPED texts, MISTAKES in content, and the laws over HISTORIES
	@$(GO) list ./... | while read -r package; do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "fuzz $$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$package || exit 1; \
		done; \
	done
	WIJKVISIE_EDITS=$(EDITS) $(GO) test -count=1 -timeout 0 -run TestAnyBuildEqualsOneFromNothing ./cmd/wijkvisie
	WIJKVISIE_TYPED=$(TYPED) $(GO) test -count=1 -timeout 0 -run TestTypedText ./internal/parse
	WIJKVISIE_MISTAKES=$(MISTAKES) $(GO) test -count=1 -timeout 0 -run TestEveryMistake ./internal/pipeline
	WIJKVISIE_HISTORIES=$(HISTORIES) $(GO) test -count=1 -timeout 0 -run 'TestLaw|TestRelateAgrees|TestHistoryAgrees' ./internal/relate

# What the tests need beside Go is installed where that may be done, and missed out
# loud where not: a C compiler for the race detector; Chromium, Java and Node.js
# for what a browser, the Nu checker, axe and Lighthouse can tell; letters as wide as those
# that most people have, for what fits on a sheet of paper; nginx, Caddy and Apache for
# the headers that a server sends; the shells that complete commands, mandoc for the manual page;
# Neovim for the language server; LibreOffice for the workbooks that people open and save.
tools:
	@missing=""; \
	has() { for name in "$$@"; do command -v "$$name" >/dev/null && return; done; return 1; }; \
	has cc gcc || missing="$$missing gcc libc6-dev"; \
	has chromium chromium-browser google-chrome $$CHROMIUM || missing="$$missing chromium"; \
	has java || missing="$$missing default-jre-headless"; \
	has node || missing="$$missing nodejs"; \
	has npm || missing="$$missing npm"; \
	has nginx /usr/sbin/nginx || missing="$$missing nginx-light"; \
	has caddy || missing="$$missing caddy"; \
	has apache2 /usr/sbin/apache2 || missing="$$missing apache2-bin"; \
	has fish || missing="$$missing fish"; \
	has zsh || missing="$$missing zsh"; \
	has mandoc || missing="$$missing mandoc"; \
	has shellcheck || missing="$$missing shellcheck"; \
	has rsync || missing="$$missing rsync"; \
	has nvim || missing="$$missing neovim"; \
	has soffice || missing="$$missing libreoffice-calc-nogui"; \
	[ -e /usr/share/bash-completion/bash_completion ] || missing="$$missing bash-completion"; \
	if command -v apt-get >/dev/null && ! fc-list : family 2>/dev/null | grep -q Liberation; then missing="$$missing fonts-liberation"; fi; \
	if [ -n "$$missing" ]; then \
		if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing; \
		else \
			echo "make test needs:$$missing"; echo "on Debian: sudo apt-get install$$missing"; exit 1; \
		fi; \
	fi
	@cd $(BROWSERTEST) && { [ node_modules/.package-lock.json -nt package-lock.json ] || \
		npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; }
