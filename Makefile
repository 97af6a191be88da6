# oordeel: reports of inspections as a site and as PDF.
#   make         install what is missing, build, render content/ into build/site/
#   make test    all tests

PREFIX ?= /usr/local
DESTDIR ?=
CC = gcc
VERSION = 1.0

# The street: a room includes only doors of rooms that stand before it (tests/layers).
ROOMS = base document template content report compose site style font layout pdf commands

LIBRARIES = yaml-0.1 libcmark-gfm libxml-2.0 harfbuzz harfbuzz-subset fontconfig libutf8proc
PACKAGES = gcc make pkg-config libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev \
  libharfbuzz-dev libfontconfig-dev libutf8proc-dev libhyphen-dev hyphen-nl libhpdf-dev icc-profiles-free \
  fonts-lato fonts-dejavu-core

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes
CFLAGS ?= -O2 -g
BUILD = build
OBJECTS_DIR = $(BUILD)/objects

SOURCES = $(wildcard src/*.c $(ROOMS:%=src/%/*.c))
OBJECTS = $(SOURCES:src/%.c=$(OBJECTS_DIR)/%.o)
ROOM_OBJECTS = $(filter-out $(OBJECTS_DIR)/main.o,$(OBJECTS))

all: $(BUILD)/oordeel

-include $(BUILD)/flags.mk

$(BUILD)/flags.mk: Makefile
	@mkdir -p $(BUILD)
	@{ echo "LIBRARY_CFLAGS = $$(pkg-config --cflags $(LIBRARIES))"; \
	   echo "LIBRARY_LIBS = $$(pkg-config --libs $(LIBRARIES)) -lcmark-gfm-extensions -lhyphen -lhpdf -lm -lpthread"; } >$@

$(BUILD)/oordeel: $(OBJECTS)
	$(CC) $(CFLAGS) -o $@ $(OBJECTS) $(LIBRARY_LIBS)

$(OBJECTS_DIR)/%.o: src/%.c $(BUILD)/flags.mk
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -DVERSION='"$(VERSION)"' $(WARNINGS) $(CFLAGS) -MMD -MP -Isrc $(LIBRARY_CFLAGS) -c $< -o $@

-include $(OBJECTS:.o=.d)

# ---- unit tests: tests/unit/ROOM_*.c, each a program with Check ----

UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))

unit: $(UNIT_TESTS)
	@for test in $(UNIT_TESTS); do $$test || exit 1; done

$(BUILD)/unit/%: tests/unit/%.c $(ROOM_OBJECTS)
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 $(WARNINGS) $(CFLAGS) -Isrc $(LIBRARY_CFLAGS) \
	  $$(pkg-config --cflags check) $< $(ROOM_OBJECTS) -o $@ $$(pkg-config --libs check) $(LIBRARY_LIBS)

clean:
	rm -rf $(BUILD)

.PHONY: all unit clean
.DELETE_ON_ERROR:
