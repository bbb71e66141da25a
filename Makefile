# The whole set-up of a fresh machine is `make demo`, or `make test`.

PREFIX ?= /usr/local
# A type is asked for by its own function, not looked up by its name: a sixth of the time of a short command.
QUICK_START = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
BUILD_FLAGS = -c release --static-swift-stdlib $(QUICK_START)
BINARY = .build/release/designc

.PHONY: demo build test check-format record install man bench compare clean setup setup-test

## demo: install what is missing, build, draw and review the sample, and say where the pictures are
demo: setup build
	@echo
	$(BINARY) build samples/shop --output output/shop
	@echo
	$(BINARY) lint samples/shop || [ $$? -eq 1 ]
	@echo
	@echo "The pictures are in output/shop; open output/shop/applications.svg in a browser."

## build: the command, in release, as .build/release/designc
build:
	swift build $(BUILD_FLAGS) --product designc

## test: install what is missing, then formatting and all tests
test: setup-test check-format
	scripts/test_measures.py
	swift build --build-tests
	swift test --skip-build

check-format:
	swift format lint --strict --recursive Sources Tests Package.swift

## record: write the golden files anew; look at the difference before you commit it
record: build
	scripts/record.sh $(BINARY)

## install: the command, its man page and its completions, under PREFIX
install: setup build
	scripts/install.sh $(BINARY) "$(DESTDIR)$(PREFIX)"

## man: write the man page anew from the command's own help
man:
	scripts/man.sh

## bench: ratios against dot and the time of each part
bench: build
	@scripts/setup.sh --bench
	scripts/bench.py $(BINARY)
	scripts/bench_pictures.py $(BINARY)
	scripts/bench_lint.py $(BINARY)

## compare: pictures measured beside dot and d2; the tables of docs/pictures-compared.md
compare: build
	@scripts/setup.sh --bench
	scripts/measure_pictures.py $(BINARY)
	scripts/measure_stability.py $(BINARY)

setup:
	@scripts/setup.sh

setup-test:
	@scripts/setup.sh --test

clean:
	rm -rf .build output
