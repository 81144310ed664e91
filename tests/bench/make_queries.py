#!/usr/bin/env python3
"""Writes a query log from a corpus, the same every time: 9 classes of 25 queries.

usage: make_queries.py NDJSON > queries.tsv       class, op, from, to, text, parted by tabs
"""
import json
import random
import re
import sys
import unicodedata
from collections import Counter

PER_CLASS = 25
SAMPLE = 8000  # articles looked at: enough for stable frequencies
WORD = re.compile(r"(?:(?:[ldLD]|[Qq]u)['’])?[^\W\d_]+")
STOP = set("""alors après aucun aussi autre autres avaient avait avant avec avoir beaucoup bien cela celle celui
ceux chez comme contre dans depuis deux dont elle elles encore entre était étaient été être fait font leur leurs lors
mais même mêmes moins notamment nous ont par parce pas pendant peut peuvent plus plusieurs pour quand quatre que quel
quelques selon sera serait ses sont sous sur tandis tous tout toute toutes trois très une vers votre vous ainsi
annoncé ajouté affirmé déclaré expliqué indiqué précisé estimé assuré face faire lundi mardi mercredi jeudi vendredi
samedi dimanche""".split())


def bare(word):
    """The word without its elided article, in small letters."""
    return re.split(r"['’]", word)[-1].lower()


def unaccented(word):
    plain = unicodedata.normalize("NFD", word.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def read(path):
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    step = max(1, len(articles) // SAMPLE)
    return articles[::step]


def content(words):
    return [w for w in words if len(w) >= 5 and w not in STOP]


class Log:
    def __init__(self, articles):
        self.random = random.Random(20230922)
        self.articles = articles
        self.words = [WORD.findall(a.get("title", "") + ". " + a.get("body", "")) for a in articles]
        self.bare = [[bare(w) for w in words] for words in self.words]
        frequency = Counter(w for words in self.bare for w in set(words))
        n = len(articles)
        self.share = {w: f / n for w, f in frequency.items() if len(w) >= 5 and w not in STOP}

    def between(self, low, high, keep=lambda w: True):
        """Words whose share of the articles lies in [low, high), in a fixed random order."""
        found = sorted(w for w, s in self.share.items() if low <= s < high and keep(w))
        self.random.shuffle(found)
        return found

    def some(self, words):
        return words[:PER_CLASS]

    def groups(self, words):
        """Twos and threes of words."""
        for i in range(PER_CLASS):
            size = 2 + i % 2
            yield " ".join(words[3 * i:3 * i + size])

    def together(self):
        """Twos and threes of words of one article."""
        made = []
        while len(made) < PER_CLASS:
            words = sorted(set(content(self.random.choice(self.bare))))
            words = [w for w in words if 0.002 <= self.share.get(w, 0) < 0.1]
            if len(words) >= 3:
                made.append(" ".join(self.random.sample(words, 2 + len(made) % 2)))
        return made

    def phrases(self):
        """Neighbours that stand together in at least one article in five hundred."""
        pairs = Counter()
        for words in self.bare:
            pairs.update({(a, b) for a, b in zip(words, words[1:]) if a in self.share and b in self.share})
        found = sorted(p for p, n in pairs.items() if n >= max(3, len(self.articles) // 500))
        self.random.shuffle(found)
        return ['"%s %s"' % pair for pair in found]

    def elided(self):
        words = Counter(w for words in self.words for w in set(words) if "'" in w or "’" in w)
        found = sorted(w for w, n in words.items() if bare(w) in self.share and n >= len(self.articles) // 200)
        self.random.shuffle(found)
        return found

    def dated(self, words):
        days = sorted(a["published"][:10].replace("-", "") for a in self.articles if a.get("published"))
        for i, word in enumerate(self.some(words)):
            start = self.random.choice(days)
            year, month = int(start[:4]), int(start[4:6])
            if i % 2:
                yield word, "%04d0101" % year, "%04d1231" % year
            else:
                later = year * 12 + month - 1 + 2
                yield word, "%04d%02d01" % (year, month), "%04d%02d28" % (later // 12, later % 12 + 1)


def rows(log):
    accented = log.between(0.005, 0.2, lambda w: unaccented(w) != w)
    plain = [
        ("freq1", "and", log.some(log.between(0.06, 0.5))),
        ("rare1", "and", log.some(log.between(0.0004, 0.003))),
        ("or23", "or", list(log.groups(log.between(0.01, 0.2)))),
        ("and23", "and", log.together()),
        ("phrase", "and", log.some(log.phrases())),
        ("accent", "and", log.some(accented)),
        ("noaccent", "and", [unaccented(w) for w in accented[PER_CLASS:2 * PER_CLASS]]),
        ("elided", "and", log.some(log.elided())),
    ]
    for group, op, texts in plain:
        for text in texts:
            yield group, op, "", "", text
    for text, start, end in log.dated(log.between(0.01, 0.3)):
        yield "date", "and", start, end, text


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for row in rows(Log(read(sys.argv[1]))):
        print("\t".join(row))


if __name__ == "__main__":
    main()
