#!/usr/bin/env python3
"""Writes a container image as an archive that `ctr images import` reads, without a container engine.

The lowest layer is a root file system with Java; the second has /opt/flink and the entry point, laid out as in the
official image. Format: https://github.com/moby/moby/blob/master/image/spec/v1.2.md (docker-archive)."""

import argparse
import hashlib
import io
import json
import pathlib
import tarfile

FLINK_USER = 9999
EPOCH = 1_700_000_000  # all files have it: the same parts make the same image


def owned(info, mode=None):
    info.uid = info.gid = FLINK_USER
    info.uname = info.gname = "flink"
    info.mtime = EPOCH
    if mode is not None:
        info.mode = mode
    return info


def add_folder(layer, name):
    info = tarfile.TarInfo(name)
    info.type = tarfile.DIRTYPE
    layer.addfile(owned(info, 0o755))


def add_file(layer, source, name, mode=None):
    layer.add(source, name, recursive=False, filter=lambda info: owned(info, mode))


def add_text(archive, name, text, describe=lambda info: info):
    data = text.encode()
    info = tarfile.TarInfo(name)
    info.size = len(data)
    info.mtime = EPOCH
    archive.addfile(describe(info), io.BytesIO(data))


def listening(configuration):
    """Flink's own configuration is for one machine: in a pod it listens to others, and says where it is by its address."""
    section, lines = "", []
    for line in configuration.splitlines(keepends=True):
        if line[0].isalpha():
            section = line.split(":")[0]
        word = line.strip()
        if (section, word) == ("taskmanager", "host: localhost"):
            continue
        if word == "bind-host: localhost" or (section, word) == ("rest", "address: localhost"):
            line = line.replace("localhost", "0.0.0.0")
        lines.append(line)
    return "".join(lines)


def add_flink(layer, options):
    home = pathlib.Path(options.home)
    add_folder(layer, "opt/flink")
    for path in sorted(home.rglob("*")):
        if path.name == ".stamp":
            continue
        name = f"opt/flink/{path.relative_to(home)}"
        if name == "opt/flink/conf/config.yaml":
            add_text(layer, name, listening(path.read_text()), owned)
        else:
            layer.add(path, name, recursive=False, filter=owned)
    for folder in ("opt", "usrlib", "log"):
        add_folder(layer, f"opt/flink/{folder}")
    add_file(layer, options.job, f"opt/flink/usrlib/{pathlib.Path(options.job).name}", 0o644)
    for plugin in sorted(pathlib.Path(options.plugin).glob("*.jar")):
        add_file(layer, plugin, f"opt/flink/opt/{plugin.name}", 0o644)
    add_file(layer, options.entrypoint, "docker-entrypoint.sh", 0o755)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


FLINK = {
    "Env": [
        "PATH=/opt/flink/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "FLINK_HOME=/opt/flink",
        "JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64",
    ],
    "Entrypoint": ["/docker-entrypoint.sh"],
    "Cmd": ["help"],
    "WorkingDir": "/opt/flink",
    "User": "flink",
    "ExposedPorts": {"6123/tcp": {}, "8081/tcp": {}},
}
PAUSE = {"Entrypoint": ["/pause"], "User": "65535:65535"}


def description(config, layers):
    return {
        "architecture": "amd64",
        "os": "linux",
        "created": "2023-11-14T22:13:20Z",
        "config": config,
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{layer}" for layer in layers]},
    }


def write_image(options, about, lower_layers):
    """The layer of our own has to lie beside the image, with .layer at its end."""
    upper = f"{options.out}.layer"
    layers = {digest(path): path for path in (*lower_layers, upper)}
    config = json.dumps(description(about, layers))
    config_name = hashlib.sha256(config.encode()).hexdigest() + ".json"
    manifest = [{"Config": config_name, "RepoTags": options.name, "Layers": [f"{name}.tar" for name in layers]}]
    with tarfile.open(options.out, "w") as archive:
        for name, path in layers.items():
            archive.add(path, f"{name}.tar")
        add_text(archive, config_name, config)
        add_text(archive, "manifest.json", json.dumps(manifest))
    pathlib.Path(upper).unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--name", action="append", required=True, help="of the image, with its tag")
    kinds = parser.add_subparsers(dest="kind", required=True)
    flink = kinds.add_parser("flink")
    for option in ("base", "entrypoint", "home", "job", "plugin"):
        flink.add_argument(f"--{option}", required=True)
    kinds.add_parser("pause").add_argument("program")
    options = parser.parse_args()

    with tarfile.open(f"{options.out}.layer", "w") as layer:
        if options.kind == "flink":
            add_flink(layer, options)
        else:
            add_file(layer, options.program, "pause", 0o755)
    if options.kind == "flink":
        write_image(options, FLINK, [options.base])
    else:
        write_image(options, PAUSE, [])


if __name__ == "__main__":
    main()
