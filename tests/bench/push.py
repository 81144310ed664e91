#!/usr/bin/env python3
"""Push ingest: requests a second by clients and by articles a request, and how long until gazette-server finds an
article after its confirmation. Usage: push.py PROGRAMS FOLDER [SECONDS]"""
import http.client
import json
import os
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "faults"))
from gazette import Client, Programs, Server, article, require, seeded, wait_until  # noqa: E402

WORDS = 350  # of an article: 2.4 KB, as an agency's


def load(port, clients, each, seconds):
    """Clients that send one request after the other: articles a second, median and 99th percentile in ms."""
    times, lock = [], threading.Lock()
    words = article("x", 1, seeded("words"), 20_000)["body"].split()  # no two bodies are near-copies
    end = time.monotonic() + seconds

    def run(name):
        client, rng, mine, number = Client(port), seeded(name, clients, each), [], 0
        while time.monotonic() < end:
            batch = []
            for i in range(each):
                ident = f"{name}-{clients}-{each}-{(number * each + i) % 5000}"
                batch.append({"id": ident, "title": f"{ident} v{number}", "body": " ".join(rng.choices(words, k=WORDS))})
            start = time.monotonic()
            answer = client.put(batch[0]) if each == 1 else client.post(batch)
            require(answer is not None and answer[0] in (200, 201), answer)
            mine.append(time.monotonic() - start)
            number += 1
        with lock:
            times.extend(mine)

    start = time.monotonic()
    threads = [threading.Thread(target=run, args=(f"c{i}",)) for i in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - start
    times.sort()
    return len(times) * each / took, statistics.median(times) * 1000, times[int(len(times) * 0.99)] * 1000


def delay_to_searchable(programs, database, port, rounds=30):
    """Seconds from the confirmation of an article to the first answer that has it."""
    process = subprocess.Popen([programs.indexer.replace("indexer", "server"), "--db", database, "--listen",
                                "127.0.0.1:0", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    url = process.stdout.readline().decode().strip()
    search = http.client.HTTPConnection(url.removeprefix("http://"), timeout=30)
    client, rng, delays = Client(port), seeded("delay"), []
    for number in range(rounds):
        word = f"zyx{number}qw"
        item = article(f"delay-{number}", 1, rng, WORDS)
        item["body"] += " " + word
        require(client.put(item)[0] == 201, "not created")
        start = time.monotonic()
        while True:
            search.request("GET", "/v1/search?limit=0&q=" + urllib.parse.quote(word))
            if json.loads(search.getresponse().read())["total"] == 1:
                break
            require(time.monotonic() - start < 30, "not found")
        delays.append(time.monotonic() - start)
    process.terminate()
    process.wait()
    return delays


def main():
    programs, folder = Programs(sys.argv[1]), sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 5
    database = os.path.join(folder, "push-bench")
    server = Server(programs, database, folder)
    print("clients  articles/request  articles/s  median ms  p99 ms  commits")
    for clients, each in ((1, 1), (8, 1), (64, 1), (1, 10), (1, 100), (8, 100), (1, 1000)):
        before = commits(server.port)
        rate, median, high = load(server.port, clients, each, seconds)
        print(f"{clients:7}  {each:16}  {rate:10.0f}  {median:9.1f}  {high:6.1f}  {commits(server.port) - before:7}", flush=True)
    delays = delay_to_searchable(programs, database, server.port)
    print(f"searchable after the confirmation: median {statistics.median(delays) * 1000:.1f} ms, "
          f"longest {max(delays) * 1000:.1f} ms of {len(delays)}")
    server.stop()


def commits(port):
    text = Client(port).ask("GET", "/metrics")[1].decode()
    return int(next(line for line in text.splitlines() if line.startswith("gazette_ingest_commits_total")).split()[1])


if __name__ == "__main__":
    main()
