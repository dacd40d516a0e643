// How fast the metadata of a snapshot are read, and in how much memory. The yardstick is sha256sum of the same file.
#include "tests/bench/milestones.h"
#include "tests/support/snapshotbytes.h"

#include "core/snapshot/integrity.h"
#include "core/snapshot/metadatareader.h"

#include <QFile>

#include <sys/resource.h>

#include <cstdio>

using namespace Qt::StringLiterals;
namespace bytes = support::snapshotbytes;

namespace {

/// Handles of key groups with a file each, as a job with many operators and subtasks has them: a thousand bytes a
/// handle.
QByteArray wideOperator(int index, int subtasks)
{
    QList<QByteArray> all;
    for (int i = 0; i < subtasks; ++i) {
        const QString path =
            u"s3://bucket/checkpoints/87c67fdf93b515b347e2de50360963b2/chk-42/%1-%2-4c1d-9a7e-5f0c2b7e91aa"_s
                .arg(index, 8, 16, QLatin1Char('0'))
                .arg(i, 4, 16, QLatin1Char('0'));
        all.append(bytes::subtask(
            4, {.index = i, .managedKeyed = bytes::keyGroups(12, i * 108, 108, bytes::file(path, 64'000'000))}));
    }
    return bytes::op(4, {.id = bytes::i64(1) + bytes::i64(index),
                         .parallelism = subtasks,
                         .maxParallelism = 108 * subtasks,
                         .subtasks = all});
}

/// Files of incremental checkpoints: nothing but paths, the densest that Flink writes.
QByteArray denseOperator(int index, int files)
{
    QList<bytes::LocalFile> shared;
    for (int i = 0; i < files; ++i) {
        const QString name =
            u"%1-%2-4c1d-9a7e-5f0c2b7e91aa"_s.arg(index, 8, 16, QLatin1Char('0')).arg(i, 4, 16, QLatin1Char('0'));
        shared.append({u"%1.sst"_s.arg(i, 6, 10, QLatin1Char('0')), bytes::relative(name, 64'000'000)});
    }
    const QByteArray keyed = bytes::incremental(11, 0, 128, 1, bytes::inlineStream(5'000), shared, {});
    return bytes::op(
        4, {.id = bytes::i64(2) + bytes::i64(index), .subtasks = {bytes::subtask(4, {.managedKeyed = keyed})}});
}

int make(const QString& kind, const QString& path, const QString& recorded)
{
    QFile model(recorded);
    QFile file(path);
    if (!model.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly))
        return 1;
    const bool isWide = kind == u"wide";
    const int operators = isWide ? 1'000 : 200;
    file.write(bytes::i32(0x4960672D) + bytes::i32(4) + bytes::i64(42) + bytes::i32(0) + bytes::i32(operators));
    for (int i = 0; i < operators; ++i)
        file.write(isWide ? wideOperator(i, 100) : denseOperator(i, 5'000));
    file.write(bytes::propertiesOf(model.readAll()));
    return 0;
}

double mostResidentMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

int read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 1;
    const double before = bench::residentMiB();
    const auto metadata = snapshot::readMetadata(file);
    if (!metadata) {
        std::fputs(qPrintable(metadata.error().message), stderr);
        return 1;
    }
    bench::report("files", static_cast<double>(metadata->files.size()));
    bench::report("memory", mostResidentMiB() - before);
    bench::report("size", static_cast<double>(file.size()) / 1024 / 1024);
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const auto argument = [&](int index) { return index < argc ? QString::fromLocal8Bit(argv[index]) : QString(); };
    if (argument(1) == u"make")
        return make(argument(2), argument(3), argument(4));
    return read(argument(2));
}
