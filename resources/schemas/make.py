#!/usr/bin/env python3
"""Makes one table, flink.tsv, of what the resource definitions of the operator's releases say.

    make.py > flink.tsv

crd-VERSION.txt holds the fields of a release's definitions ("path | type | constraints", one kind after the other), as its
OpenAPI schema lists them. What older releases did not have yet is told below; it stands in their release notes. Each line of the
table says which fields an object of a type may have:

    type  field  shape  first  last  values

A shape is string, integer, number, boolean, any, object:TYPE, or list: or map: of a shape. first and last are releases of the
operator (15 is 1.15; empty: all before, all after). Values are those of an enumeration, a release behind @ where it is not in all.
"""
import ast
import pathlib
import re

HERE = pathlib.Path(__file__).parent
# First release of the operator whose definition has it.
SINCE = {
    "FlinkDeployment.spec.job.autoscalerResetNonce": 11,
    "FlinkSessionJob.spec.job.autoscalerResetNonce": 11,
    "FlinkBlueGreenDeployment": 14,
}
FLINK_SINCE = {"v2_0": 11, "v2_1": 13, "v2_2": 13}
# From 1.13 on the configuration may be nested.
NESTED_SINCE = 13
POD = re.compile(r"podTemplate$")


def lines_of(path):
    kind = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
            continue
        field, shape, rest = (part.strip() for part in line.split("|", 2))
        yield kind + "." + field, shape, ast.literal_eval(rest) if rest else {}


def is_ours(path):
    return ".status" not in path and not path.startswith("FlinkBlueGreenDeployment.spec.template.spec.") and not re.search(
        r"template\.metadata\.|\.tls\[\]\.|\.claims\[\]\.", path)


def shape_of(path, shape):
    if POD.search(path):
        return "object:PodTemplate"
    if path == "FlinkBlueGreenDeployment.spec.template.spec":
        return "object:FlinkDeployment.spec"
    if path.endswith("template.metadata"):
        return "object:ObjectMeta"
    if path.endswith(".resources"):
        return "object:ResourceRequirements"
    if path.endswith(".ingress.tls"):
        return "list:object:FlinkIngressTls"
    if shape in ("-", ""):
        return "any"
    if shape == "object":
        return "object:" + path
    if shape.startswith("array<"):
        return "list:" + shape[6:-1]
    if shape.startswith("map<"):
        return "map:string"
    return shape


def main():
    releases = {int(path.stem.split(".")[1]): path for path in HERE.glob("crd-*.txt")}
    known = {}
    for minor in sorted(releases):
        for path, shape, rest in lines_of(releases[minor]):
            if not is_ours(path):
                continue
            entry = known.setdefault(path, [minor, shape_of(path, shape), {}])
            for value in rest.get("enum", []):
                entry[2].setdefault(value, minor)
    oldest = min(releases)
    rows = []
    for path, (first, shape, values) in known.items():
        if ".resources." in path:
            continue
        owner, field = path.rsplit(".", 1)
        since = SINCE.get(path, first if first > oldest else "")
        words = []
        for value in sorted(values):
            begin = FLINK_SINCE.get(value, values[value] if values[value] > oldest else 0)
            words.append(f"{value}@{begin}" if begin else value)
        if field == "flinkConfiguration":
            rows.append((owner, field, "map:string", "", NESTED_SINCE - 1, ""))
            since = NESTED_SINCE
        rows.append((owner, field, shape, since, "", " ".join(words)))
    for kind in ("FlinkDeployment", "FlinkSessionJob", "FlinkStateSnapshot", "FlinkBlueGreenDeployment"):
        since = SINCE.get(kind, "")
        rows.append(("", kind, "object:" + kind, since, "", ""))
        rows.append((kind, "apiVersion", "string", "", "", "flink.apache.org/v1beta1"))
        rows.append((kind, "kind", "string", "", "", ""))
        rows.append((kind, "metadata", "object:ObjectMeta", "", "", ""))
        rows.append((kind, "status", "any", "", "", ""))
    rows.append(("FlinkIngressTls", "hosts", "list:string", "", "", ""))
    rows.append(("FlinkIngressTls", "secretName", "string", "", "", ""))
    for row in sorted(set(rows), key=lambda row: tuple(map(str, row))):
        print("\t".join(map(str, row)))


main()
