"""Hostile clients of push ingest, all at once, beside an honest one: each is refused or cut, memory stays bounded,
the honest one is served throughout, and the archive is sound.
Usage: hostile_clients.py PROGRAMS FOLDER [CONNECTIONS]"""
import os
import resource
import sys
import threading
import time

from gazette import TOKEN, Client, Programs, Server, article, raw_connection, require, seeded

MEMORY = 600 << 20  # bytes that the program may take whatever comes
HEAD = f"Host: h\r\nAuthorization: Bearer {TOKEN}\r\n"


def answer_of(port, *parts):
    """The status that bytes get, 0 for a connection cut without one."""
    with raw_connection(port) as wire:
        try:
            for part in parts:
                wire.sendall(part if isinstance(part, bytes) else part.encode())
        except OSError:
            pass  # refused early: the answer is there
        try:
            first = wire.recv(64)
        except OSError:
            return 0
        return int(first.split()[1]) if first.startswith(b"HTTP/1.1 ") else 0


def post(body, kind="application/x-ndjson"):
    return [f"POST /v1/articles HTTP/1.1\r\n{HEAD}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n", body]


def put(body):
    return [f"PUT /v1/articles/x HTTP/1.1\r\n{HEAD}Content-Length: {len(body)}\r\n\r\n", body]


def endless_chunks():
    head = f"POST /v1/articles HTTP/1.1\r\n{HEAD}Transfer-Encoding: chunked\r\n\r\n"
    return [head] + [b"100000\r\n" + b" " * 0x100000 + b"\r\n"] * 64


ATTACKS = [
    ("no token", [401], ["PUT /v1/articles/x HTTP/1.1\r\nHost: h\r\nContent-Length: 30000000\r\n\r\n", b"x" * 1000]),
    ("two tokens", [401], [f"DELETE /v1/articles/x HTTP/1.1\r\n{HEAD}Authorization: Bearer another-that-is-wrong\r\n\r\n"]),
    ("packed", [415], [f"PUT /v1/articles/x HTTP/1.1\r\n{HEAD}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{{}}"]),
    ("a wish nobody knows", [417], [f"PUT /v1/articles/x HTTP/1.1\r\n{HEAD}Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{{}}"]),
    ("a length of 20 digits", [413, 400], [f"POST /v1/articles HTTP/1.1\r\n{HEAD}Content-Length: 99999999999999999999\r\n\r\n"]),
    ("100,000 tiny articles", [413], post(b'{"title":"x v1"}\n' * 100_000)),
    ("entities of its own", [200], post(b'<!DOCTYPE rss [<!ENTITY a "a">]><rss version="2.0"><channel/></rss>', "text/xml")),
    ("a body of 200 MB", [413], [f"POST /v1/articles HTTP/1.1\r\n{HEAD}Content-Length: 209715200\r\n\r\n", b"x" * (1 << 20)]),
    ("endless chunks", [413], endless_chunks()),
    ("a chunk of 2^60 bytes", [413, 400], [f"POST /v1/articles HTTP/1.1\r\n{HEAD}Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n"]),
    ("a header of 1 MB", [431], [f"PUT /v1/articles/x HTTP/1.1\r\n{HEAD}X: ", b"x" * (1 << 20)]),
    ("a target of 1 MB", [414], ["PUT /", b"x" * (1 << 20)]),
    ("both lengths", [400], [f"POST /v1/articles HTTP/1.1\r\n{HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"]),
    ("bad JSON", [400], put(b'{"title":')),
    ("deep JSON", [400], put(b"[" * (8 << 20))),
    ("deep objects", [400], put(b'{"a":' * 1_000_000)),
    ("not UTF-8", [400], put(b'{"title":"\xff\xfe\xe9"}')),
    ("NUL bytes", [400], put(b"\0" * (8 << 20))),
    ("millions of bad lines", [413], post(b"x\n" * 8_000_000)),
    ("millions of bad items", [413, 400], post(b"[" + b"1," * 8_000_000 + b"1]", "application/json")),
    ("one line of 30 MB", [200], post(b'{"title":"' + b"a" * 30_000_000 + b'"}')),
    ("a type that nobody reads", [415], post(b"x", "application/octet-stream")),
    ("an id of bytes", [400], [f"PUT /v1/articles/%FF%00 HTTP/1.1\r\n{HEAD}Content-Length: 2\r\n\r\n{{}}"]),
    ("TLS", [400], [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"]),
]


class Honest(threading.Thread):
    def __init__(self, port):
        super().__init__()
        self.port, self.over, self.confirmed, self.longest = port, False, {}, 0.0
        self.failures = []

    def run(self):
        client, rng = Client(self.port), seeded("honest")
        number = 0
        while not self.over:
            item = article(f"honest-{number}", 1, rng)
            start = time.monotonic()
            answer = client.put(item)
            if answer is not None and answer[0] in (200, 201):
                self.confirmed[item["id"]] = 1
                self.longest = max(self.longest, time.monotonic() - start)
                number += 1
            elif answer is None or answer[0] != 429:
                self.failures.append(answer)
            time.sleep(0.02)


class Dripping(threading.Thread):
    """Many connections, each sending a byte of its request now and then."""

    def __init__(self, port, count):
        super().__init__()
        self.wires = [raw_connection(port) for _ in range(count)]
        self.over = False

    def run(self):
        request = (f"PUT /v1/articles/slow HTTP/1.1\r\n{HEAD}Content-Length: 1000\r\n\r\n" + "x" * 900).encode()
        for at in range(len(request)):
            for wire in self.wires:
                try:
                    wire.send(request[at:at + 1])
                except OSError:
                    pass
            if self.over:
                break
            time.sleep(0.2)
        for wire in self.wires:
            wire.close()


def main():
    programs, folder = Programs(sys.argv[1]), sys.argv[2]
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    connections = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard // 2 - 200)
    database = os.path.join(folder, "hostile")
    server = Server(programs, database, folder)
    honest = Honest(server.port)
    honest.start()
    dripping = Dripping(server.port, 200)
    dripping.start()
    idle = [raw_connection(server.port) for _ in range(connections)]
    most, wrong = 0, []
    for name, expected, parts in ATTACKS:
        status = answer_of(server.port, *parts)
        most = max(most, server.memory())
        if status not in expected:
            wrong.append(f"{name}: {status} instead of {expected}")
    many = [threading.Thread(target=answer_of, args=(server.port, *post(b"x\n" * 10_000_000))) for _ in range(12)]
    for thread in many:
        thread.start()
    while any(thread.is_alive() for thread in many):
        most = max(most, server.memory())
        time.sleep(0.05)
    dripping.over = honest.over = True
    honest.join()
    dripping.join()
    for wire in idle:
        wire.close()
    server.stop()
    require(not wrong, "; ".join(wrong))
    require(most < MEMORY, "memory:", most >> 20, "MiB")
    require(not honest.failures, "the honest client got", honest.failures[:3])
    require(set(honest.confirmed) <= set(programs.versions(database)), "what was confirmed is missing")
    programs.check(database)
    print(f"hostile clients: {len(ATTACKS)} attacks, {connections} idle and 200 dripping connections, 12 x 20 MB at once; "
          f"at most {most >> 20} MiB; {len(honest.confirmed)} honest articles beside, the slowest in {honest.longest:.1f} s")


if __name__ == "__main__":
    main()
