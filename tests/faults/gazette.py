"""The programs under test, as the fault tests run, ask and kill them."""
import glob
import http.client
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import time

TOKEN = "jeton-des-essais-de-panne"
WORDS = ("port marée digue élu budget école préfet vélo usine grève hôpital rivière crue concert stade "
         "marché récolte canal gare tramway forêt incendie verger lycée musée théâtre quai phare").split()


class Fault(AssertionError):
    """What must not happen."""


def require(condition, *words):
    if not condition:
        raise Fault(" ".join(str(word) for word in words))


def article(ident, version, rng, words=60):
    return {"id": ident, "title": f"{ident} v{version}",
            "body": " ".join(rng.choice(WORDS) + str(rng.randrange(300)) for _ in range(words))}


def version_of(title):
    return int(title.rsplit(" v", 1)[1])


class Programs:
    """`directory` holds gazette-indexer."""

    def __init__(self, directory):
        self.indexer = os.path.join(directory, "gazette-indexer")
        self.environment = dict(os.environ, LC_ALL="C")

    def run(self, *arguments, text=None):
        return subprocess.run([self.indexer, *arguments], input=text, capture_output=True, env=self.environment,
                              timeout=300, check=False)

    def start(self, *arguments, **options):
        return subprocess.Popen([self.indexer, *arguments], env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, **options)

    def remove(self, database):
        """As if there had never been one."""
        for name in (database, *glob.glob(database + ".*")):
            if os.path.isdir(name):
                shutil.rmtree(name)

    def check(self, database):
        done = self.run("check", "--db", database)
        require(done.returncode == 0, "check:", done.stderr.decode())

    def versions(self, database):
        """The version of each article in the archive, by id."""
        done = self.run("dump", "--db", database)
        require(done.returncode == 0, "dump:", done.stderr.decode())
        articles = [json.loads(line) for line in done.stdout.splitlines()]
        found = {item["id"]: version_of(item["title"]) for item in articles}
        require(len(found) == len(articles), "an id stands twice in the archive")
        return found


class Server:
    """`serve` on a port of its own."""

    def __init__(self, programs, database, folder):
        tokens = os.path.join(folder, "tokens")
        with open(os.open(tokens, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(TOKEN + "\n")
        self.log = open(os.path.join(folder, "serve.log"), "ab")
        self.process = subprocess.Popen(
            [programs.indexer, "serve", "--db", database, "--listen", "127.0.0.1:0", "--token-file", tokens,
             "--quiet"], env=programs.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().decode().strip()
        require(line.startswith("http://"), "serve did not start; see", self.log.name)
        self.port = int(line.rsplit(":", 1)[1])

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=120)
        self.process.stdout.close()
        self.log.close()
        require(code == 0, "serve ended with", code)

    def memory(self):
        """Bytes in memory."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Client:
    """One kept connection; every method gives (status, body), or None when there was no answer."""

    def __init__(self, port, timeout=120):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def ask(self, method, path, body=None, kind="application/json"):
        headers = {"Authorization": "Bearer " + TOKEN}
        if body is not None:
            headers["Content-Type"] = kind
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return None

    def put(self, item):
        return self.ask("PUT", "/v1/articles/" + item["id"], json.dumps(item))

    def post(self, items):
        body = "".join(json.dumps(item) + "\n" for item in items)
        return self.ask("POST", "/v1/articles", body, "application/x-ndjson")

    def delete(self, ident):
        return self.ask("DELETE", "/v1/articles/" + ident)

    def close(self):
        self.connection.close()


def raw_connection(port):
    return socket.create_connection(("127.0.0.1", port), timeout=30)


def wait_until(what, condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        require(time.monotonic() < end, "waited in vain:", what)
        time.sleep(0.05)


def seeded(*words):
    return random.Random("-".join(str(word) for word in words))
