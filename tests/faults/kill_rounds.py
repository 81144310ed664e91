"""kill -9 at random moments of bulk add, push and watch: the database opens and is sound, nothing that was
confirmed is missing, nothing is doubled, and running again completes the work.
Usage: kill_rounds.py PROGRAMS FOLDER ROUNDS [add|bulk|push|watch...]"""
import json
import os
import subprocess
import sys
import threading
import time

from gazette import Client, Programs, Server, article, require, seeded, wait_until

ADDED = 1100  # more than one commit of the indexer
BULK_WORDS = 700  # of an article: together more than the 4 MB from which a new database is loaded in bulk


def kill_after(process, seconds):
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def add_rounds(programs, folder, rounds):
    """Every other round begins with no database; each brings a new version of every article."""
    database = os.path.join(folder, "added")
    source = os.path.join(folder, "added.ndjson")
    killed = 0
    whole = 1.0  # seconds that it takes undisturbed, as last seen
    for number in range(1, rounds + 1):
        rng = seeded("add", number)
        if number % 2 == 1:
            programs.remove(database)
        with open(source, "w", encoding="utf-8") as file:
            for ident in range(ADDED):
                file.write(json.dumps(article(f"a{ident}", number, rng)) + "\n")
        begin = programs.versions(database) if os.path.exists(database) else {}
        process = programs.start("add", "--db", database, "--quiet", source, stderr=subprocess.DEVNULL)
        killed += kill_after(process, rng.uniform(0.02, whole))
        if os.path.exists(os.path.join(database, "iamglass")):
            programs.check(database)
            found = programs.versions(database)
            require(set(found) >= set(begin), "articles of the last commit are missing")
            require(all(version in (number, begin.get(ident)) for ident, version in found.items()), "a version that nobody wrote")
        start = time.monotonic()
        done = programs.run("add", "--db", database, "--quiet", source)
        whole = time.monotonic() - start
        require(done.returncode == 0, "add again:", done.stderr.decode())
        require(programs.versions(database) == {f"a{ident}": number for ident in range(ADDED)}, "not completed")
        programs.check(database)
    return killed


class Writer(threading.Thread):
    """A client with articles of its own: what it was told of each, and what it was not told of."""

    def __init__(self, name, port, version, told):
        super().__init__()
        self.name_, self.version, self.told = name, version, told
        self.open = {}  # id: versions that may be there though nobody said so
        self.client = Client(port)
        self.rng = seeded(name, version)
        self.confirmed = 0

    def run(self):
        while True:
            self.version += 1
            kind = self.rng.random()
            count = self.rng.randrange(2, 20) if kind > 0.8 else 1
            idents = self.rng.sample([f"{self.name_}-{i}" for i in range(40)], count)
            version = None if kind < 0.15 else self.version
            for ident in idents:
                self.open.setdefault(ident, set()).add(version)
            items = [article(ident, self.version, self.rng, 20) for ident in idents]
            if version is None:
                answer = self.client.delete(idents[0])
            elif count > 1:
                answer = self.client.post(items)
            else:
                answer = self.client.put(items[0])
            if answer is None:
                self.client.close()
                return
            require(answer[0] in (200, 201, 404), answer)
            for ident in idents:
                self.told[ident] = version
                self.open[ident] = set()
            self.confirmed += 1


def bulk_rounds(programs, folder, rounds):
    """Every round begins without a database, or with the empty one that the kill before has left: what is killed
    leaves nothing or all, and what it built beside is taken away by the next run."""
    database, source = os.path.join(folder, "loaded"), os.path.join(folder, "loaded.ndjson")
    rng = seeded("bulk")
    with open(source, "w", encoding="utf-8") as file:
        for ident in range(ADDED):
            file.write(json.dumps(article(f"a{ident}", 1, rng, BULK_WORDS)) + "\n")
    whole_archive = {f"a{ident}": 1 for ident in range(ADDED)}
    killed = left = 0
    whole = 3.0  # seconds that it takes undisturbed, as last seen
    for number in range(1, rounds + 1):
        process = programs.start("add", "--db", database, "--quiet", source, stderr=subprocess.DEVNULL)
        killed += kill_after(process, rng.uniform(0.02, whole))
        left += os.path.exists(database + ".bulk")
        if os.path.exists(os.path.join(database, "iamglass")):
            programs.check(database)
            require(programs.versions(database) in ({}, whole_archive), "a part of a bulk load is seen")
        if number % 2 == 1:
            continue  # the next load meets what this one has left
        start = time.monotonic()
        done = programs.run("add", "--db", database, "--quiet", source)
        whole = time.monotonic() - start
        require(done.returncode == 0, "add again:", done.stderr.decode())
        require(programs.versions(database) == whole_archive, "not completed")
        require(not os.path.exists(database + ".bulk"), "what a killed load has built is still there")
        programs.check(database)
        programs.remove(database)
    require(left > 0 or rounds < 10, "no load was killed while it built: this has shown nothing")
    return killed


def push_rounds(programs, folder, rounds):
    database = os.path.join(folder, "pushed")
    told = {}
    confirmed = 0
    for number in range(1, rounds + 1):
        rng = seeded("push", number)
        server = Server(programs, database, folder)
        writers = [Writer(f"w{i}", server.port, number * 1_000_000, told) for i in range(6)]
        for writer in writers:
            writer.start()
        time.sleep(rng.uniform(0.05, 0.8))
        server.kill()
        for writer in writers:
            writer.join()
        confirmed += sum(writer.confirmed for writer in writers)
        programs.check(database)
        found = programs.versions(database)
        unsure = {ident: versions for writer in writers for ident, versions in writer.open.items()}
        for ident in set(told) | set(unsure) | set(found):
            may_be = {told.get(ident)} | unsure.get(ident, set())
            require(found.get(ident) in may_be, "article", ident, "is", found.get(ident), "and should be one of", may_be)
        told.clear()
        told.update(found)
    return confirmed


def watch_rounds(programs, folder, rounds):
    drop, database = os.path.join(folder, "drop"), os.path.join(folder, "watched")
    os.makedirs(os.path.join(drop, "sub"))
    expected = {}  # file: its articles
    killed = 0

    def places():
        """Where each file is now."""
        found = {}
        for where, _, files in os.walk(drop):
            for name in files:
                found.setdefault(name, []).append(os.path.relpath(where, drop))
        return found

    for number in range(1, rounds + 1):
        rng = seeded("watch", number)
        process = programs.start("watch", "--db", database, "--quiet", drop, stderr=subprocess.DEVNULL)
        time.sleep(rng.choice([0, 0.5]))
        for file_number in range(8):
            name = f"f{number}-{file_number}.ndjson"
            items = [article(f"{name}-{i}", number, rng) for i in range(rng.randrange(1, 60))]
            expected[name] = {item["id"] for item in items}
            path = os.path.join(drop, rng.choice(["", "sub"]), name)
            with open(path + ".part", "w", encoding="utf-8") as file:
                file.writelines(json.dumps(item) + "\n" for item in items)
            os.rename(path + ".part", path)
        if number == rounds:
            wait_until("all files taken", lambda: all("done" in where[0] for where in places().values()), 900)
            process.terminate()
            process.wait()
        else:
            time.sleep(rng.uniform(0.0, 3.5))
            process.kill()
            process.wait()
            killed += 1
        found = places()
        require(set(found) == set(expected) and all(len(where) == 1 for where in found.values()),
                "a file is missing, doubled or renamed")
        if os.path.exists(os.path.join(database, "iamglass")):
            programs.check(database)
            there = set(programs.versions(database))
            for name, where in found.items():
                require("done" not in where[0] or expected[name] <= there, name, "is done but not in the archive")
    require(there == set().union(*expected.values()), "the archive is not all the files")
    return killed


def main():
    programs, folder, rounds = Programs(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    kinds = {"add": (add_rounds, "killed"), "bulk": (bulk_rounds, "killed"), "push": (push_rounds, "confirmed requests"), "watch": (watch_rounds, "killed")}
    for name in sys.argv[4:] or kinds:
        run, what = kinds[name]
        start = time.monotonic()
        count = run(programs, folder, rounds)
        print(f"kill -9 during {name}: {rounds} rounds, {count} {what}, all sound, {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
