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

# What no cluster reads: tests, examples, and what stands in a table's WITH clause.
FOREIGN_MODULE = re.compile(r"end-to-end-tests|examples|test-utils|flink-models|flink-formats|flink-connector-(?!base|files)")
# Names within a reporter or a driver, whose prefix the documentation adds.
RELATIVE = re.compile(r"(factory\.class|filter\.\w+|scope\.(delimiter|variables\.\w+)|(exporter|service)\.\w+|batch\.size|discovery-script\.\w+)$")

SIMPLE = {"Boolean", "Integer", "Long", "Float", "Double", "String", "Duration", "MemorySize", "Map", "Enum"}
UNITS = {"Days": "d", "Hours": "h", "Minutes": "min", "Seconds": "s", "Millis": "ms", "MebiBytes": "mb", "KibiBytes": "kb"}

# Defaults that a source names, and those that the machine decides.
NAMED = {
    "FlinkS3FileSystem.S3_MULTIPART_MIN_PART_SIZE": "5242880",
    "FlinkOSSFileSystem.MULTIPART_UPLOAD_PART_SIZE_MIN": "10485760",
    'ArrayUtils.concat( new String[] { "java.", "org.apache.flink.", "javax.annotation." }, PARENT_FIRST_LOGGING_PATTERNS)':
        '"java.";"org.apache.flink.";"javax.annotation.";"org.slf4j";"org.apache.log4j";"org.apache.logging";'
        '"org.apache.commons.logging";"ch.qos.logback"',
    "ASK_TIMEOUT.defaultValue()": "10 s",
    "Runtime.getRuntime().availableProcessors()": "as many as the machine has processors",
    "System.getProperty(\"java.io.tmpdir\")": "java.io.tmpdir of the JVM",
    "System.getProperty(\"log.file\")": "log.file of the JVM",
    "Boolean.TRUE": "true",
    "Boolean.FALSE": "false",
    "Integer.MAX_VALUE": "infinite",
    "Long.MAX_VALUE": "infinite",
}

WITHOUT_DOT = {"cleanup-strategy", "high-availability", "restart-strategy", "scheduler-mode"}


def version_of(path):
    return tuple(int(part) for part in re.findall(r"\d+", path.name)[:2])


def name_of(version):
    return ".".join(map(str, version))


def flink_rows(path):
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield (line.split("\t") + [""] * 8)[:8]


def plain_type(kind):
    """Everything that is no simple type is an enumeration of its own."""
    if kind.startswith("Map"):
        return "Map"
    inner = re.fullmatch(r"List<(\w+).*>", kind)
    if inner:
        return f"List<{plain_type(inner.group(1))}>"
    return kind if kind in SIMPLE else "Enum"


def plain_default(default):
    """A default as people write it, where a source had an expression of Java."""
    if default in NAMED:
        return NAMED[default]
    measured = re.fullmatch(r"(?:Duration|MemorySize)\.of(\w+)\((\d+)L?\)", default)
    if measured and measured.group(1) in UNITS:
        number, unit = int(measured.group(2)), UNITS[measured.group(1)]
        return f"{number or 0} {unit if number else 'ms'}"
    parsed = re.fullmatch(r"(?:MemorySize\.parse|TimeUtils\.parseDuration)\(\"(\d+) ?(\w+)\"\)", default)
    if parsed:
        return f"{parsed.group(1)} {'kb' if parsed.group(2) == 'k' else parsed.group(2).lower()}"
    if re.fullmatch(r"[\d*L ]+", default) and "*" in default:
        product = 1
        for factor in default.replace("L", "").split("*"):
            product *= int(factor)
        return str(product)
    constant = re.fullmatch(r"[A-Z]\w+\.(\w+)(?:\.toString\(\))?", default)
    if constant:
        return constant.group(1)
    if re.fullmatch(r"[\d.]+[LfF]", default):
        return default[:-1]
    return "" if default.startswith("Collections.empty") else default


def flink_options(releases):
    # A connector may show an option of Flink's own, and then be the one that the list of a release names.
    own = {row[0] for path in releases for row in flink_rows(path) if not FOREIGN.search(row[7])}

    def options(path):
        for key, kind, default, deprecated, fallback, flag, module, _ in flink_rows(path):
            is_foreign = FOREIGN_MODULE.search(module) and not key.startswith("table.")
            if is_foreign or RELATIVE.match(key) or key != key.strip():
                continue
            if key.startswith(("$", "<", "_")) or "#" in key or key not in own:
                continue
            if "." not in key and key not in WITHOUT_DOT:
                continue  # an argument of a reporter or of a model
            yield key, (plain_type(kind), plain_default(default.strip()), deprecated.strip(), fallback.strip(), "deprecated" if flag else "")

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


if __name__ == "__main__":
    main()
