#!/usr/bin/env python3
"""Merges what Flink's and the operator's releases know of their configuration keys into one table, options.tsv.

    merge.py FOLDER > options.tsv

FOLDER holds one flink-VERSION.tsv for each release (key, type, default, deprecated names, fallback names, whether it is
deprecated, module, class; as `./dev import-flink` writes them from a distribution's jars), and one
operator-VERSION.txt ("key | default | type") for each release of the operator. The first line of the table names the
releases in order; every other line tells what holds of one key from one release to another:

    who  key  first  last  type  default  deprecated names  fallback names  flags

`who` is flink or operator. Lines are sorted by key; a key has more than one where a release changed it.
"""
import pathlib
import re
import sys

# What a table's WITH clause knows, and not the configuration of a cluster.
FOREIGN = re.compile(
    r"(Connector|Format|Lookup|Avro|Csv|Json|Parquet|Orc|Raw|Protobuf|Confluent|FileSystem|Print|Datagen)\w*Options$|FactoryUtil")

WITHOUT_DOT = {"cleanup-strategy", "high-availability", "restart-strategy", "scheduler-mode"}


def version_of(path):
    return tuple(int(part) for part in re.findall(r"\d+", path.stem)[:2])


def name_of(version):
    return ".".join(map(str, version))


def flink_rows(path):
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield (line.split("\t") + [""] * 8)[:8]


def flink_options(releases):
    # A connector may show an option of Flink's own, and then be the one that the list of a release names.
    own = {row[0] for path in releases for row in flink_rows(path) if not FOREIGN.search(row[7])}

    def options(path):
        for key, kind, default, deprecated, fallback, flag, _, _ in flink_rows(path):
            if key.startswith(("$", "<", "_")) or "#" in key or key not in own:
                continue
            if "." not in key and key not in WITHOUT_DOT:
                continue  # an argument of a reporter or of a model
            yield key, (kind, default.strip(), deprecated.strip(), fallback.strip(), "deprecated" if flag else "")

    return options


def operator_options(_):
    return operator_lines


def operator_lines(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "|" not in line:
            continue
        key, default, kind = (part.strip() for part in (line.split("|") + ["", ""])[:3])
        yield key, (kind, default, "", "", "")


def runs(releases, read):
    """key -> [[first, last, facts]], each run unbroken."""
    known = {}
    for index, path in enumerate(releases):
        for key, facts in read(path):
            spans = known.setdefault(key, [])
            if spans and spans[-1][1] == index:
                continue  # the same key of two modules
            if spans and spans[-1][1] == index - 1 and spans[-1][2] == facts:
                spans[-1][1] = index
            else:
                spans.append([index, index, facts])
    return known


def main():
    folder = pathlib.Path(sys.argv[1])
    table = []
    heads = []
    for who, pattern, read in (("flink", "flink-*.tsv", flink_options), ("operator", "operator-*.txt", operator_options)):
        releases = sorted(folder.glob(pattern), key=version_of)
        names = [name_of(version_of(path)) for path in releases]
        heads.append(f"{who} {' '.join(names)}")
        for key, spans in runs(releases, read(releases)).items():
            for first, last, facts in spans:
                table.append("\t".join((who, key, names[first], names[last]) + facts))
    print("# " + "; ".join(heads))
    print("\n".join(sorted(table)))


main()
