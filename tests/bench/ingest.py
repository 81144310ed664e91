#!/usr/bin/env python3
"""Indexes the same articles with Gazette, stock Xapian and, where installed, Omega's scriptindex, one after the other,
and compares CPU, memory and size.

usage: ingest.py NDJSON PROGRAMS WORK [ROUNDS]
  PROGRAMS  folder with gazette-indexer and bench_stock_index
  WORK      folder for the indexes; WORK/gazette and WORK/stock are kept for the query benchmark
"""
import json
import os
import shutil
import subprocess
import sys
import time

# Fields and slots as in stock.cpp.
OMEGA_SCRIPT = """id : boolean=Q unique=Q
title : field index=S index
body : field index
day : field value=0
section : field value=1
source : field value=2
month : value=3
"""


def write_omega_dump(corpus, path):
    """The articles as scriptindex reads them; not part of what is timed."""
    with open(corpus, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for line in lines:
            article = json.loads(line)
            day = article.get("published", "")[:10].replace("-", "")
            fields = dict(article, day=day, month=day[:6])
            for key in ("id", "title", "body", "day", "section", "source", "month"):
                out.write("%s=%s\n" % (key, (fields.get(key) or "").replace("\n", "\n=")))
            out.write("\n")


def size_of(folder):
    """Bytes on disk."""
    return sum(os.stat(os.path.join(at, name)).st_blocks * 512 for at, _, names in os.walk(folder) for name in names)


def run(command, folder):
    """Runs it to its end; CPU seconds, wall seconds, peak resident bytes, bytes on disk."""
    shutil.rmtree(folder, ignore_errors=True)
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    messages = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("%s: code %d\n%s" % (command[0], child.returncode, messages[-2000:]))
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - start,
            "rss": usage.ru_maxrss * 1024, "disk": size_of(folder)}


def sides(corpus, programs, work):
    """Name, command, folder of each."""
    gazette, stock, omega = (os.path.join(work, name) for name in ("gazette", "stock", "omega"))
    yield "gazette", [os.path.join(programs, "gazette-indexer"), "add", "--db", gazette, corpus], gazette
    yield "stock Xapian", [os.path.join(programs, "bench_stock_index"), corpus, stock], stock
    if shutil.which("scriptindex"):
        script, dump = os.path.join(work, "omega.script"), os.path.join(work, "omega.dump")
        with open(script, "w", encoding="utf-8") as out:
            out.write(OMEGA_SCRIPT)
        write_omega_dump(corpus, dump)
        yield "scriptindex", ["scriptindex", "--stemmer=french", "--overwrite", omega, script, dump], omega
    else:
        print("scriptindex is not installed (Debian: xapian-omega): left out", file=sys.stderr)


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    corpus, programs, work = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) == 5 else 1
    os.makedirs(work, exist_ok=True)
    with open(corpus, encoding="utf-8") as lines:
        texts = [(json.loads(line)) for line in lines]
    articles = len(texts)
    text_bytes = sum(len((a.get("title", "") + a.get("body", "")).encode()) for a in texts)
    del texts
    competitors = list(sides(corpus, programs, work))
    runs = {name: [] for name, _, _ in competitors}
    for _ in range(rounds):
        for name, command, folder in competitors:
            runs[name].append(run(command, folder))
    print("%d articles, %.1f MB of title and body, median of %d" % (articles, text_bytes / 1e6, rounds))
    print("%-14s %8s %8s %12s %12s %9s %9s %10s" % (
        "", "CPU s", "wall s", "docs/CPU-s", "MB/CPU-s", "RSS MB", "disk MB", "disk/text"))
    rates = {}
    for name, results in runs.items():
        cpu, wall, rss, disk = (median([r[key] for r in results]) for key in ("cpu", "wall", "rss", "disk"))
        rates[name] = articles / cpu
        print("%-14s %8.2f %8.2f %12.0f %12.2f %9.0f %9.0f %10.2f" % (
            name, cpu, wall, articles / cpu, text_bytes / 1e6 / cpu, rss / 1e6, disk / 1e6, disk / text_bytes))
    for name in list(rates)[1:]:
        print("gazette indexes %.2f times the articles of %s in the same CPU" % (rates["gazette"] / rates[name], name))


if __name__ == "__main__":
    main()
