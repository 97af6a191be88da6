# oordeel: inspection reports as a site and as accessible PDF.
#
#   make            install what is missing, build, render content/ into build/site/
#   make test       set up the test tools, run all tests
#   make asan       the tests once more, with address and undefined-behaviour sanitizers
#   make fuzz       look for what breaks it: TARGET=all SECONDS=60 (an hour: 3600); libFuzzer with sanitizers
#   make coverage   what of the program the tests reach, a line for each room
#   make mutants    small changes to the program, each of which some test must notice: MUTANTS=30 SEED=1
#   make lint       warnings as errors, gcc -fanalyzer, cppcheck
#   make accept     show how outputs differ from the golden files, then accept them
#   make bench      a report of 25,000 words: speed and memory
#   make install    PREFIX=/usr/local DESTDIR=;  make uninstall
#   make clean

VERSION = 1.0
PREFIX ?= /usr/local
DESTDIR ?=
BUILD = build
CC = gcc
CFLAGS = -O2 -g
SHELL = /bin/bash
# As many jobs as processors, unless -j says otherwise.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc)
endif

# The street: a room includes only doors of rooms that stand before it (tests/layers).
ROOMS = base output document template content image report check compose site style font layout pdf commands

LIBRARIES = libmd yaml-0.1 libcmark-gfm libxml-2.0 harfbuzz harfbuzz-subset fontconfig fribidi libutf8proc zlib libpng libjpeg
PACKAGES = gcc libc6-dev make pkg-config libmd-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev \
  libharfbuzz-dev libfontconfig-dev libfribidi-dev libutf8proc-dev libhyphen-dev hyphen-nl hyphen-en-gb libhpdf-dev zlib1g-dev \
  libpng-dev libjpeg62-turbo-dev icc-profiles-free fonts-lato fonts-dejavu-core
TEST_PACKAGES = check cppcheck valgrind python3 python3-pikepdf python3-fonttools python3-lxml python3-html5lib python3-jsonschema \
  python3-yaml \
  qpdf poppler-utils chromium default-jre-headless man-db
FUZZ_PACKAGES = clang libclang-rt-dev llvm python3
# A machine that has Node.js from elsewhere keeps it.
TEST_PACKAGES += $(if $(shell command -v npm),,nodejs npm)

LANGUAGE_FLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes
DEFINITIONS = -DVERSION='"$(VERSION)"' -DDATA_FOLDER='"$(PREFIX)/share/oordeel"'
COMPILE = $(CC) $(LANGUAGE_FLAGS) $(WARNINGS) $(CFLAGS) -Isrc $(LIBRARY_CFLAGS)

SOURCES = $(wildcard src/*.c $(ROOMS:%=src/%/*.c))
OBJECTS = $(SOURCES:src/%.c=$(BUILD)/objects/%.o)
ROOM_OBJECTS = $(filter-out %/main.o,$(OBJECTS))
UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
MANUAL = $(BUILD)/oordeel.5 $(BUILD)/oordeel-messages.7
SCHEMAS = $(patsubst %,$(BUILD)/schemas/%.json,site institutions framework report judgments abbreviations survey measures)
CONTENT = $(shell find content templates styles -type f)

.PHONY: all test suite asan fuzz fuzzers coverage mutants lint accept bench unit install uninstall clean program counted
.DELETE_ON_ERROR:

all: $(BUILD)/site/index.html $(MANUAL) $(SCHEMAS)
	@echo "Look at $(BUILD)/site/index.html"

program: $(BUILD)/oordeel

# ---- packages: what dpkg does not know yet is installed, once per change of the list ----

define install_packages
@mkdir -p $(@D); missing=""; \
for package in $(1); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q '^install ok installed' || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  if ! command -v apt-get >/dev/null; then \
    echo "There is no apt-get here. Install by hand what Debian calls:$$missing"; \
    echo "and then: mkdir -p $(@D) && touch $@ && make"; exit 1; \
  fi; \
  root=""; if [ "$$(id -u)" != 0 ]; then \
    command -v sudo >/dev/null || { echo "Not root, and no sudo. As root: apt-get install$$missing"; exit 1; }; root=sudo; fi; \
  echo "Installing:$$missing"; \
  $$root apt-get update -qq && \
  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >$@.log 2>&1 || \
    { cat $@.log; echo "Could not install:$$missing"; exit 1; }; \
fi; touch $@
endef

build/packages: Makefile
	$(call install_packages,$(PACKAGES))

build/test-packages: Makefile build/packages
	$(call install_packages,$(TEST_PACKAGES))

# ---- the program ----

build/fuzz-packages: Makefile build/packages
	$(call install_packages,$(FUZZ_PACKAGES))

$(BUILD)/flags.mk: build/packages
	@mkdir -p $(BUILD)
	@{ echo "LIBRARY_CFLAGS = $$(pkg-config --cflags $(LIBRARIES))"; \
	   echo "LIBRARY_LIBS = $$(pkg-config --libs $(LIBRARIES)) -lcmark-gfm-extensions -lhyphen -lhpdf -lm -lpthread"; } >$@

ifeq ($(filter clean uninstall,$(MAKECMDGOALS)),)
include $(BUILD)/flags.mk
endif

# What a build for tests adds to the program: EXTRA_OBJECTS, and EXTRA_FLAGS of the linker.
$(BUILD)/oordeel: $(OBJECTS) $(EXTRA_OBJECTS)
	$(CC) $(CFLAGS) -o $@ $(OBJECTS) $(EXTRA_OBJECTS) $(EXTRA_FLAGS) $(LIBRARY_LIBS)

# How much the program does, in basic blocks (tests/growth).
$(BUILD)/count.o: tests/growth/count.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -O2 -Wall -Wextra -c $< -o $@

# Pages of the manual that the program writes from its own tables.
$(MANUAL): $(BUILD)/%: src/manual/%.mustache $(BUILD)/oordeel
	$(BUILD)/oordeel dump manual $< >$@

# The forms of the YAML files, for editors, likewise.
$(SCHEMAS): $(BUILD)/schemas/%.json: $(BUILD)/oordeel
	@mkdir -p $(@D)
	@$(BUILD)/oordeel dump schema $* >$@

$(BUILD)/objects/%.o: src/%.c $(BUILD)/flags.mk
	@mkdir -p $(@D)
	$(COMPILE) $(DEFINITIONS) -MMD -MP -c $< -o $@

-include $(OBJECTS:.o=.d)

$(BUILD)/site/index.html: $(BUILD)/oordeel $(CONTENT)
	$(BUILD)/oordeel build content -o $(BUILD)/site
	@touch $@

# ---- tests ----

$(BUILD)/unit/%: tests/unit/%.c $(wildcard tests/unit/*.h) $(ROOM_OBJECTS) build/test-packages
	@mkdir -p $(@D)
	$(COMPILE) $(DEFINITIONS) $< $(ROOM_OBJECTS) -o $@ $$(pkg-config --cflags --libs check) $(LIBRARY_LIBS)

$(BUILD)/mustache-spec: tests/mustache/spec.c $(ROOM_OBJECTS)
	$(COMPILE) $< $(ROOM_OBJECTS) -o $@ $(LIBRARY_LIBS)

build/node_modules: tests/package-lock.json build/test-packages
	@mkdir -p build && cp tests/package.json tests/package-lock.json build/
	npm --prefix build ci --engine-strict --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# What tests/planted/run loads before the C library.
$(BUILD)/planted.so: tests/planted/planted.c
	@mkdir -p $(@D)
	$(CC) -O1 -shared -fPIC $< -o $@ -ldl

unit: $(UNIT_TESTS)
	@tests/run unit

# What both the plain and the sanitized program go through.
SUITE = unit mustache command hostile
suite: $(UNIT_TESTS) $(BUILD)/oordeel $(BUILD)/mustache-spec build/node_modules
	@BUILD=$(BUILD) tests/run $(SUITE)

# Before `tests/run growth`.
counted:
	@$(MAKE) --no-print-directory BUILD=build/counted $(COUNTED) program

test: all $(UNIT_TESTS) $(BUILD)/mustache-spec build/node_modules
	@$(MAKE) --no-print-directory BUILD=build/asan $(SANITIZED) program $(UNIT_TESTS:build/%=build/asan/%) build/asan/mustache-spec
	@BUILD=build tests/run all

comma = ,
WRAPPED = memcpy memmove memset memchr strlen strchr strrchr strstr strpbrk strspn strcspn
COUNTED = CFLAGS="-O1 -g -fsanitize-coverage=trace-pc" EXTRA_OBJECTS=build/counted/count.o \
  EXTRA_FLAGS="$(WRAPPED:%=-Wl$(comma)--wrap=%)"
SANITIZED = CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
asan:
	@$(MAKE) --no-print-directory BUILD=build/asan $(SANITIZED) suite

lint: build/test-packages
	@$(MAKE) --no-print-directory BUILD=build/lint CFLAGS="-O2 -Werror -fanalyzer" program
	cppcheck --quiet --std=c11 --language=c --enable=warning,performance,portability --inline-suppr \
	  --error-exitcode=1 --suppress=missingIncludeSystem -Isrc src

GOLDEN_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(shell grep -l '"golden.h"' tests/unit/*.c))
accept: $(GOLDEN_TESTS)
	@tests/run accept

bench: all
	@tests/bench/run

# ---- fuzzing: src and targets with libFuzzer's instrumentation, which clang has ----

FUZZ_SOURCES = $(wildcard tests/fuzz/*.c)
FUZZERS = $(FUZZ_SOURCES:tests/fuzz/%.c=$(BUILD)/fuzzers/%)
FUZZED = CC="$(FUZZ_CC)" CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
FUZZ_CC = clang

$(BUILD)/fuzzers/%: tests/fuzz/%.c $(wildcard tests/fuzz/*.h) $(ROOM_OBJECTS)
	@mkdir -p $(@D)
	$(COMPILE) -D_GNU_SOURCE -fsanitize=fuzzer $(DEFINITIONS) $< $(ROOM_OBJECTS) -o $@ $(LIBRARY_LIBS)

fuzzers: $(FUZZERS)

TARGET = all
SECONDS = 60
fuzz: build/fuzz-packages
	@$(MAKE) --no-print-directory BUILD=build/fuzz $(FUZZED) fuzzers
	@TARGET="$(TARGET)" SECONDS="$(SECONDS)" tests/fuzz/run hunt

# What the tests reach: clang's counts, of the program, the unit programs and the fuzz targets.
COVERED = CC="$(FUZZ_CC)" CFLAGS="-O1 -g -fprofile-instr-generate -fcoverage-mapping"
coverage: build/fuzz-packages build/test-packages
	@$(MAKE) --no-print-directory BUILD=build/coverage $(COVERED) program fuzzers \
	  $(UNIT_TESTS:build/%=build/coverage/%) build/coverage/mustache-spec
	@tests/coverage/run build/coverage

MUTANTS = 30
SEED = 1
mutants: build/test-packages
	@CC="$(CC)" tests/mutants/run $(MUTANTS) $(SEED)

# ---- installing ----

install: $(BUILD)/oordeel $(MANUAL) $(SCHEMAS)
	install -D -m 755 $(BUILD)/oordeel $(DESTDIR)$(PREFIX)/bin/oordeel
	install -D -m 644 src/manual/oordeel.1 $(DESTDIR)$(PREFIX)/share/man/man1/oordeel.1
	install -D -m 644 $(BUILD)/oordeel.5 $(DESTDIR)$(PREFIX)/share/man/man5/oordeel.5
	install -D -m 644 $(BUILD)/oordeel-messages.7 $(DESTDIR)$(PREFIX)/share/man/man7/oordeel-messages.7
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/oordeel/schemas $(SCHEMAS)
	cd templates && find . -type f -exec install -D -m 644 {} $(DESTDIR)$(PREFIX)/share/oordeel/templates/{} \;
	cd styles && find . -type f -exec install -D -m 644 {} $(DESTDIR)$(PREFIX)/share/oordeel/styles/{} \;

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/share/oordeel
	rm -f $(DESTDIR)$(PREFIX)/bin/oordeel $(DESTDIR)$(PREFIX)/share/man/man1/oordeel.1 \
	  $(DESTDIR)$(PREFIX)/share/man/man5/oordeel.5 $(DESTDIR)$(PREFIX)/share/man/man7/oordeel-messages.7

clean:
	rm -rf build
