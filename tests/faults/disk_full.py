"""A disk that fills up under add, push and watch: a clear error, the last commit intact, and on as soon as there is
room. FOLDER/disk is a small file system of its own (scripts/faults mounts one).
Usage: disk_full.py PROGRAMS FOLDER"""
import json
import os
import subprocess
import sys
import threading

from gazette import Client, Programs, Server, article, require, seeded, wait_until

ARTICLES = 3000


def room_on(folder):
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


class Ballast:
    """Takes the room of a disk but for some bytes, and gives it back."""

    def __init__(self, disk, left):
        self.path = os.path.join(disk, "ballast")
        with open(self.path, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(room_on(disk) - left, 4096))

    def drop(self):
        os.unlink(self.path)


def fill_under_add(programs, folder, disk):
    database, source = os.path.join(disk, "added"), os.path.join(folder, "big.ndjson")
    rng = seeded("full")
    with open(source, "w", encoding="utf-8") as file:
        for ident in range(ARTICLES):
            file.write(json.dumps(article(f"a{ident}", 1, rng, 150)) + "\n")
    require(programs.run("add", "--db", database, "-", text=json.dumps(article("first", 1, rng)).encode()).returncode == 0)
    ballast = Ballast(disk, 12 << 20)
    done = programs.run("add", "--db", database, source)
    said = done.stderr.decode()
    require(done.returncode == 2, "a full disk ends with", done.returncode)
    require("libérez de la place" in said and database in said, "not clear:", said)
    programs.check(database)
    kept = programs.versions(database)
    require("first" in kept, "the last commit is lost")
    ballast.drop()
    done = programs.run("add", "--db", database, source)
    require(done.returncode == 0, "does not go on:", done.stderr.decode())
    require(len(programs.versions(database)) == ARTICLES + 1, "is not completed")
    programs.remove(database)
    print(f"disk full during add: {len(kept)} articles kept, told, completed", flush=True)


def fill_under_push(programs, folder, disk):
    database = os.path.join(disk, "pushed")
    server = Server(programs, database, folder)
    ballast = Ballast(disk, 12 << 20)
    told, full = {}, []

    def push(name):
        rng, client = seeded(name), Client(server.port)
        for number in range(4000):
            item = article(f"{name}-{number}", 1, rng, 300)
            status, body = client.put(item)
            if status == 507:
                full.append(json.loads(body)["detail"])
                return
            require(status == 201, "push got", status, body)
            told[item["id"]] = 1

    def run_clients(function):
        threads = [threading.Thread(target=function, args=(f"w{i}",)) for i in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    run_clients(push)
    require(len(full) == 4 and "plein" in full[0], "nobody was told that the disk is full")
    client = Client(server.port)
    require(client.ask("GET", "/readyz")[0] == 503, "ready on a full disk")
    require(client.ask("GET", "/healthz")[0] == 200, "not alive")
    require(set(told) <= set(programs.versions(database)), "what was confirmed is missing")
    ballast.drop()
    rng = seeded("after")
    for number in range(50):
        item = article(f"after-{number}", 1, rng)
        status, body = client.put(item)
        require(status == 201, "with room again:", status, body)
        told[item["id"]] = 1
    require(client.ask("GET", "/readyz")[0] == 200, "not ready again")
    server.stop()
    programs.check(database)
    require(set(told) <= set(programs.versions(database)), "what was confirmed is missing")
    programs.remove(database)
    print(f"disk full during push: {len(told)} confirmed, all there; went on by itself", flush=True)


def fill_under_watch(programs, folder, disk):
    database, drop = os.path.join(disk, "watched"), os.path.join(folder, "drop")
    os.makedirs(drop)
    names = {f"f{i}.ndjson" for i in range(12)}
    rng = seeded("drop")
    with open(os.path.join(folder, "watch.log"), "wb") as log:
        process = subprocess.Popen([programs.indexer, "watch", "--db", database, drop], env=programs.environment,
                                   stdin=subprocess.DEVNULL, stderr=log)
        wait_until("a database", lambda: os.path.exists(os.path.join(database, "iamglass")))
        ballast = Ballast(disk, 8 << 20)
        for name in sorted(names):
            with open(os.path.join(drop, name), "w", encoding="utf-8") as file:
                file.writelines(json.dumps(article(f"{name}-{i}", 1, rng, 300)) + "\n" for i in range(250))
        said = lambda: open(log.name, encoding="utf-8").read()
        wait_until("the full disk to be told", lambda: "libérez de la place" in said())
        programs.check(database)
        done = set(os.listdir(os.path.join(drop, "done")))
        there = set(programs.versions(database))
        require(all(f"{name}-249" in there for name in done), "a file is done but not in the archive")
        require(done | {name for name in os.listdir(drop) if name.endswith(".ndjson")} == names, "a file is gone")
        ballast.drop()
        wait_until("all files taken", lambda: set(os.listdir(os.path.join(drop, "done"))) == names, 120)
        process.terminate()
        process.wait()
    programs.check(database)
    require(len(programs.versions(database)) == 12 * 250, "articles are missing")
    programs.remove(database)
    print(f"disk full during watch: {len(done)} of {len(names)} files taken before, all after; went on by itself", flush=True)


def main():
    programs, folder = Programs(sys.argv[1]), sys.argv[2]
    disk = os.path.join(folder, "disk")
    for fill in (fill_under_add, fill_under_push, fill_under_watch):
        fill(programs, folder, disk)


if __name__ == "__main__":
    main()
