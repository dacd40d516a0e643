#!/usr/bin/env python3
"""Holds the catalogue against the options that a Flink distribution's own classes declare, and takes over what they say.

    compare.py DISTRIBUTION.tsv           what differs, a line each; exit code 1 if anything does
    compare.py DISTRIBUTION.tsv --update  the same, and options.tsv is written anew

DISTRIBUTION.tsv is called flink-VERSION.tsv and comes from ReadOptions.java. A distribution has no connectors and not every file
system, so a key that only the catalogue has is told and kept; one that only the distribution has is added to that release.
"""
import pathlib
import re
import sys

import merge

TABLE = pathlib.Path(__file__).parent / "options.tsv"
NANOS = {"d": 86400 * 10**9, "h": 3600 * 10**9, "min": 60 * 10**9, "s": 10**9, "ms": 10**6, "µs": 10**3, "ns": 1}
BYTES = {"tb": 2**40, "gb": 2**30, "mb": 2**20, "kb": 2**10, "bytes": 1, "b": 1}
# Options of which the machine or the image decides what their default is.
DEPENDS = re.compile(r"tmp|java\.io|processors|version|log\.file|JVM default", re.IGNORECASE)
# What patch releases of one release do not agree about; the catalogue has the newest.
CHANGED_BY_PATCHES = {"security.ssl.algorithms"}
# Read by a format within a job, and by no cluster.
OF_JOBS = re.compile(r"source\.file\.")

# Read by parts of Flink that come in packages of their own, and keys with a place for a name, which no class declares.
ELSEWHERE = re.compile(r"python\.|s3\.|oss\.|sql-client\.|metrics\.reporter\.|security\.delegation\.|.*<")


def same_default(kind, left, right):
    """Whether two ways to write a default mean the same."""
    def meaning(text):
        text = text.strip().strip('"')
        if text in ("", "None", "(none)"):
            return None
        measured = re.fullmatch(r"(-?\d+)\s*([a-zµ]+)", text.lower())
        for units, of in ((NANOS, "Duration"), (BYTES, "MemorySize")):
            if measured and kind == of and measured.group(2) in units:
                return int(measured.group(1)) * units[measured.group(2)]
        try:
            return float(text.lower().rstrip("lf"))
        except ValueError:
            return re.sub(r'["\s]', "", text).lower()

    return meaning(left) == meaning(right) or bool(DEPENDS.search(left + right))


def names(text):
    return set(filter(None, text.split(",")))


def read_table():
    """The heads of the table and, for each who, release and key, its facts."""
    head, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    releases = {}
    for part in head[2:].split("; "):
        who, *versions = part.split(" ")
        releases[who] = versions
    facts = {}
    for line in lines:
        who, key, first, last, *rest = line.split("\t")
        order = releases[who]
        for version in order[order.index(first):order.index(last) + 1]:
            facts[who, version, key] = tuple((rest + [""] * 5)[:5])
    return head, releases, facts


def write_table(head, releases, facts):
    keys = sorted({(who, key) for who, _, key in facts})
    table = []
    for who, key in keys:
        runs = []
        for version in releases[who]:
            fact = facts.get((who, version, key))
            if fact is None:
                continue
            order = releases[who]
            if runs and order.index(runs[-1][1]) == order.index(version) - 1 and runs[-1][2] == fact:
                runs[-1][1] = version
            else:
                runs.append([version, version, fact])
        table += ["\t".join((who, key, first, last) + fact) for first, last, fact in runs]
    TABLE.write_text("\n".join([head] + sorted(table)) + "\n", encoding="utf-8")


def differences(key, ours, theirs):
    """What the catalogue would have to say instead, and what is wrong with it."""
    if ours is None:
        return theirs, ["it is missing"]
    kind, default, deprecated, fallback, flags = ours
    mended, found = list(ours), []
    if kind != theirs[0]:
        found.append(f"type {kind}, in truth {theirs[0]}")
        mended[0] = theirs[0]
    if key not in CHANGED_BY_PATCHES and not same_default(theirs[0], default, theirs[1]):
        found.append(f"default {default}, in truth {theirs[1]}")
        mended[1] = theirs[1]
    for place, word in ((2, "deprecated names"), (3, "fallback names")):
        if names(ours[place]) != names(theirs[place]):
            found.append(f"{word} {ours[place] or '-'}, in truth {theirs[place] or '-'}")
            mended[place] = theirs[place]
    if flags != theirs[4]:
        found.append("it is deprecated" if theirs[4] else "it is not deprecated")
        mended[4] = theirs[4]
    return tuple(mended), found


def add_release(version, head, releases, facts):
    """A release that came after all: for now as the one before."""
    before = releases["flink"][-1]
    if merge.version_of(pathlib.Path(version)) <= merge.version_of(pathlib.Path(before)):
        sys.exit(f"the catalogue begins with Flink {releases['flink'][0]}")
    releases["flink"].append(version)
    for who, release, key in list(facts):
        if (who, release) == ("flink", before):
            facts["flink", version, key] = facts[who, release, key]
    return "# " + "; ".join(f"{who} {' '.join(versions)}" for who, versions in releases.items())


def main():
    path = pathlib.Path(sys.argv[1])
    version = merge.name_of(merge.version_of(path))
    head, releases, facts = read_table()
    is_new = False
    if version not in releases["flink"]:
        head = add_release(version, head, releases, facts)
        is_new = True
    theirs = {}
    for key, fact in merge.flink_options([path])(path):
        if not OF_JOBS.match(key):
            theirs.setdefault(key, fact)
    wrong = 0
    for key, fact in sorted(theirs.items()):
        mended, found = differences(key, facts.get(("flink", version, key)), fact)
        facts["flink", version, key] = mended
        wrong += bool(found)
        for what in found:
            print(f"{key}: {what}")
    for who, release, key in list(facts):
        if is_new and (who, release) == ("flink", version) and key not in theirs and not ELSEWHERE.match(key):
            del facts[who, release, key]
            print(f"{key}: it is gone")
    others = sum(1 for who, release, key in facts if (who, release) == ("flink", version) and key not in theirs)
    print(f"Flink {version}: {len(theirs)} options, {wrong} differ; {others} keys of the catalogue are not in this distribution")
    if "--update" in sys.argv[2:]:
        write_table(head, releases, facts)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
