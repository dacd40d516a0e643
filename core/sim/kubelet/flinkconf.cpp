#include "core/sim/kubelet/flinkconf.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

constexpr int step = 2; // blanks per level of the nested file

bool isPlain(const QString& value)
{
    if (value.isEmpty() || value != value.trimmed())
        return false;
    static const QString special = u"{}[]&*!|>'\"%@`#?:-,"_s;
    return !special.contains(value.front()) && !value.contains(": "_L1) && !value.contains(" #"_L1) &&
           !value.endsWith(u':') && !value.contains(u'\n');
}

QString quoted(QString value)
{
    value.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'\n', "\\n"_L1);
    return u'"' + value + u'"';
}

QString unquoted(QString value)
{
    if (value.size() < 2 || value.front() != u'"' || value.back() != u'"')
        return value;
    QString plain;
    for (qsizetype i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == u'\\' && i + 2 < value.size()) {
            ++i;
            plain += value[i] == u'n' ? QChar(u'\n') : value[i];
        } else {
            plain += value[i];
        }
    }
    return plain;
}

QString scalar(const QString& value)
{
    return isPlain(value) ? value : quoted(value);
}

} // namespace

QString configurationFileName(ConfigurationFile kind)
{
    return kind == ConfigurationFile::Flat ? u"flink-conf.yaml"_s : u"config.yaml"_s;
}

QByteArray writeConfiguration(const FlinkConfiguration& configuration, ConfigurationFile kind)
{
    QString text;
    QStringList open; // the levels that stand above the next line
    for (const auto& [key, value] : configuration) {
        if (kind == ConfigurationFile::Flat) {
            text += key + ": "_L1 + QString(value).replace(u'\n', u' ') + u'\n';
            continue;
        }
        const QStringList parts = key.split(u'.');
        qsizetype common = 0;
        while (common < open.size() && common + 1 < parts.size() && open[common] == parts[common])
            ++common;
        open = parts.mid(0, parts.size() - 1);
        for (qsizetype level = common; level < open.size(); ++level)
            text += QString(level * step, u' ') + open[level] + ":\n"_L1;
        text += QString(open.size() * step, u' ') + parts.back() + ": "_L1 + scalar(value) + u'\n';
    }
    return text.toUtf8();
}

FlinkConfiguration readConfiguration(const QByteArray& text, ConfigurationFile kind)
{
    FlinkConfiguration configuration;
    QStringList open;
    for (const QString& line : QString::fromUtf8(text).split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0)
            continue;
        qsizetype indent = 0;
        while (indent < line.size() && line[indent] == u' ')
            ++indent;
        const QString key = line.mid(indent, colon - indent);
        const QString value = line.mid(colon + 1).trimmed();
        if (kind == ConfigurationFile::Flat) {
            configuration[key] = value;
            continue;
        }
        open = open.mid(0, indent / step);
        if (value.isEmpty())
            open.append(key);
        else
            configuration[(open + QStringList{key}).join(u'.')] = unquoted(value);
    }
    return configuration;
}

} // namespace sim::kubelet
