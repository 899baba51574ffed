# Needs only Python 3.11 or newer, make and git. Everything else is installed into .venv/ from pinned, hashed lists.

PYTHON ?= python3
PORT ?= 8000
# The branch that `make describe` compares a change with.
BASE ?= main

# Values that somebody states reach commands through the environment, exactly as typed: neither make nor a shell looks
# into them, whoever named the file or the branch. Recipes write "$$NAME".
comma := ,
STATED := PYTHON PORT BASE OWNER FILE YEAR QUARTER KIND SIZES RUNS PYTHONS KEEP PARTNER COUNTRY LANG
$(foreach name,$(STATED),$(eval override $(name) := $$(value $(name))))
export $(STATED)
# Both languages on any terminal.
export PYTHONUTF8 := 1
override BIN := .venv/bin
# Without, or with code that is older than its source, each command takes twice as long to start. Packages bring files
# that only look like Python.
override COMPILE = $(BIN)/python -m compileall -qq $(BIN)/../lib macros scripts || :

# What only this machine may make, were it to come with a commit, would be run or published unseen.
COMMITTED := $(shell git ls-files -- $(foreach place,.venv .build site '.site.*' forms reports briefs .hypothesis \
  '**/__pycache__/**' '**/.mypy_cache/**' '**/.pytest_cache/**' '**/.ruff_cache/**' \
  '*.pyc' '*.pyo' '*.so' '*.pyd' '*.dylib' '*.dll',':(icase$(if $(findstring **,$(place)),$(comma)glob))'$(place)) 2>/dev/null)
ifneq ($(COMMITTED),)
  $(error Tệp do máy tạo ra không được nằm trong git / files that a machine makes must not be in git: $(COMMITTED))
endif

.DEFAULT_GOAL := help
.PHONY: help compile serve build verify links edition check new fmt schema forms import report brief describe screenshots test rehearse unit chaos owners bench lint format lock audit reproducible browser office clean

help: ## Danh sách lệnh / list the commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .venv/build ## Dựng và xem thử trên máy / build the site and serve it on a local address
	$(BIN)/python scripts/serve.py --port="$$PORT"

build: .venv/build ## Dựng trang vào site/ / build the site into site/
	$(BIN)/python scripts/build.py

verify: .venv/build ## Soát trang đã dựng / verify the built site before it is published
	$(BIN)/python scripts/verify.py

edition: .venv/build ## Gom một ấn bản dữ liệu vào edition/ / gather an edition of the data in edition/
	$(BIN)/python scripts/edition.py

links: .venv/build ## Hỏi mọi địa chỉ mà dữ liệu nêu / ask every address that the records name
	$(BIN)/python scripts/links.py

check: .venv/build ## Kiểm tra dữ liệu / check the data
	$(BIN)/python scripts/check.py

forms: .venv/build ## Tạo biểu Excel cho từng cơ quan vào forms/ / write each agency's workbook into forms/
	$(BIN)/python scripts/forms.py

import: .venv/build ## Nhập biểu đã điền: make import FILE=… / enter a workbook that was filled in
	@$(BIN)/python scripts/import_forms.py -- "$$FILE"

report: .venv/build ## Lập báo cáo DOCX: make report YEAR=2026 [QUARTER=4] / write the report on a year or quarter
	@$(BIN)/python scripts/report.py -- "$$YEAR" "$$QUARTER"

brief: .venv/build ## Tóm tắt trước cuộc gặp: PARTNER=kawasaki | COUNTRY=jp, LANG=vi|en, AS_OF=2026-12-15 / the brief for a meeting into briefs/
	@$(BIN)/python scripts/brief.py --partner="$$PARTNER" --country="$$COUNTRY" --lang="$$LANG"

test: .venv/test browser office ## Cài đặt và chạy mọi kiểm thử / set up and run all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

rehearse: .venv/test ## Tập dượt một năm trên bản sao, KEEP=… giữ bản cuối / rehearse a year on a copy, KEEP=… keeps the last state
	$(BIN)/python -m tests.rehearsal.rehearse --keep="$$KEEP"

unit: .venv/test ## Kiểm thử nhanh, không cần trình duyệt / the quick tests, without browser or office
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not slow" tests/unit tests/real

chaos: .venv/test ## Dựng khi mọi thứ trục trặc: bị dừng, hết ổ đĩa… / build while everything around goes wrong
	$(BIN)/python -m pytest -q -rs tests/chaos/runs.py

owners: .venv/build ## Bật danh sách người duyệt: make owners [OWNER=@nhóm] / switch on the list of reviewers
	@$(BIN)/python scripts/owners.py -- "$$OWNER"

new: .venv/build ## Thêm một bản ghi / add a record: KIND=agreement|event|progress|task-change|partner|task
	@$(BIN)/python scripts/new.py -- $${KIND:+"$$KIND"}

fmt: .venv/build ## Sắp xếp tệp dữ liệu / put data files into canonical order and style
	$(BIN)/python scripts/fmt.py

schema: .venv/build ## Ghi lại lược đồ cho trình soạn thảo và bảng chữ / write the editors' schemas and the scripts' table of letters
	$(BIN)/python scripts/schema.py

compile: .venv/test ## Biên dịch sẵn mã Python / compile the Python code ahead of time
	$(COMPILE)

bench: .venv/test browser compile ## Đo tốc độ: SIZES=100,1000 RUNS=3 / measure speed; renews tests/bench/README.md
	$(BIN)/python -m tests.bench.run $${SIZES:+--sizes="$$SIZES"} $${RUNS:+--runs="$$RUNS"}

lint: .venv/test ## Soát mã nguồn / lint and type-check the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/test ## Định dạng mã nguồn / format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/test ## Ghim lại thư viện kèm mã băm / pin the dependencies anew, with hashes
	$(BIN)/python -m venv .venv/lock
	.venv/lock/bin/pip install --quiet pip-tools==7.6.2
	cd requirements && for name in build test audit; do \
	  ../.venv/lock/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url \
	    --no-emit-find-links --no-emit-trusted-host --no-emit-options --allow-unsafe --output-file=$$name.txt $$name.in || exit 1; done

audit: ## Tìm lỗ hổng đã biết trong các thư viện / look for known vulnerabilities in the pinned packages
	test -x .venv/audit/bin/python || "$$PYTHON" -m venv .venv/audit
	.venv/audit/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/audit.txt
	for name in build test audit; do \
	  .venv/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/$$name.txt || exit 1; done

reproducible: .venv/build ## Dựng hai lần và so sánh / build twice and compare (PYTHONS="python3.12 python3.13" takes others)
	set -f; $(BIN)/python scripts/reproducible.py -- $$PYTHONS

browser: .venv/test ## Cài Chromium cho kiểm thử / install Chromium for the tests
	@$(BIN)/python scripts/browser.py

describe: .venv/build ## Nói thay đổi của bạn làm gì so với BASE / say what your change does, compared with BASE
	@$(BIN)/python scripts/describe.py --base="$$BASE"

screenshots: browser office ## Chụp lại hình trong hướng dẫn / take the guides' pictures anew
	$(BIN)/python scripts/screenshots.py

office: .venv/test ## Cài LibreOffice cho kiểm thử / install LibreOffice for the tests
	@$(BIN)/python scripts/office.py

clean: ## Xóa những gì tạo ra / delete what was made
	rm -rf .venv .build site edition forms reports briefs .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
	rm -rf "$${XDG_CACHE_HOME:-$$HOME/.cache}/da-nang-external-relations"

.venv/build: requirements/build.txt
	@"$$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên. / Python 3.11 or newer is needed (make PYTHON=python3.12)."; exit 1; }
	test -x $(BIN)/python || "$$PYTHON" -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(COMPILE)
	@touch $@

.venv/test: .venv/build requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	$(COMPILE)
	@touch $@
