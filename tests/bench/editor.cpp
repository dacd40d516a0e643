// The manifest editor beside a bare QPlainTextEdit and beside yaml-language-server, all with the same text:
//   editor LINES [LANGUAGE-SERVER-SCRIPT CRD-FILE]
//   editor --alone LINES    what checks and completes without a window, as a language server does: its memory
#include "core/manifest/completion.h"
#include "core/yaml/yaml.h"
#include "tests/bench/languageserver.h"
#include "tests/bench/milestones.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/problemmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int presses = 60;
constexpr double fixedDelay = 200; ///< ms that yaml-language-server waits before it looks

double p95(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? std::nan("") : values[values.size() * 95 / 100];
}

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// FlinkDeployments, about forty lines each, as many as make so many lines.
QByteArray manifestOf(int lines)
{
    QByteArray text;
    for (int i = 0; text.count('\n') < lines - 20; ++i) {
        const QByteArray name = "orders-" + QByteArray::number(i);
        text += "---\n"
                "apiVersion: flink.apache.org/v1beta1\n"
                "kind: FlinkDeployment\n"
                "metadata:\n"
                "  name: " +
                name +
                "\n"
                "  namespace: shop\n"
                "  labels:\n"
                "    team: orders # who is called at night\n"
                "spec:\n"
                "  image: registry.example.com/shop/" +
                name +
                ":1.20-r7\n"
                "  flinkVersion: v1_20\n"
                "  serviceAccount: flink\n"
                "  flinkConfiguration:\n"
                "    taskmanager.numberOfTaskSlots: \"2\"\n"
                "    execution.checkpointing.interval: 60 s\n"
                "    execution.checkpointing.timeout: 10 min\n"
                "    execution.checkpointing.dir: s3://state/" +
                name +
                "/checkpoints\n"
                "    execution.checkpointing.savepoint-dir: s3://state/" +
                name +
                "/savepoints\n"
                "    execution.checkpointing.incremental: \"true\"\n"
                "    state.backend.type: rocksdb\n"
                "    high-availability.type: kubernetes\n"
                "    high-availability.storageDir: s3://state/" +
                name +
                "/ha\n"
                "  jobManager:\n"
                "    resource:\n"
                "      memory: 2048m\n"
                "      cpu: 0.5\n"
                "  taskManager:\n"
                "    resource:\n"
                "      memory: 4096m\n"
                "      cpu: 1\n"
                "  podTemplate:\n"
                "    spec:\n"
                "      containers:\n"
                "        - name: flink-main-container\n"
                "          env:\n"
                "            - name: ENABLE_BUILT_IN_PLUGINS\n"
                "              value: flink-s3-fs-presto-1.20.3.jar\n"
                "  job:\n"
                "    jarURI: local:///opt/flink/usrlib/orders.jar\n"
                "    parallelism: 4\n"
                "    upgradeMode: savepoint\n"
                "    state: running\n";
    }
    return text;
}

/// Where an edit is made: behind a value in the middle of the text, which is wrong with a letter more.
struct Spot
{
    qsizetype offset = 0;
    int line = 0;   ///< from 0
    int column = 0; ///< from 0
};

Spot spotIn(const QByteArray& text)
{
    const QByteArray value = "upgradeMode: savepoint";
    Spot spot;
    spot.offset = text.indexOf(value, std::max(qsizetype(0), text.size() / 2 - 1000)) + value.size();
    spot.line = int(text.left(spot.offset).count('\n'));
    spot.column = int(spot.offset - text.lastIndexOf('\n', spot.offset - 1) - 1);
    return spot;
}

void press(QWidget& widget, int key, const QString& text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&widget, &down);
}

void waitForCheck(editor::EditorPage& page)
{
    QEventLoop loop;
    QObject::connect(&page, &editor::EditorPage::checked, &loop, [&](const editor::Checked& found) {
        if (found.isCurrent)
            loop.quit();
    });
    QTimer::singleShot(30s, &loop, [] { qFatal("the text is never checked"); });
    loop.exec();
}

/// As long as somebody who writes fast needs for the next letter.
void breathe()
{
    QEventLoop loop;
    QTimer::singleShot(80ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// From the key to the problems it makes.
void measureCheck(editor::EditorPage& page)
{
    QList<double> times;
    const auto problems = page.problems().rowCount();
    for (int i = 0; i < presses; ++i) {
        const bool isTyped = i % 2 == 0;
        breathe();
        QElapsedTimer timer;
        timer.start();
        press(page.edit(), isTyped ? Qt::Key_X : Qt::Key_Backspace, isTyped ? u"x"_s : QString());
        waitForCheck(page);
        times.append(milliseconds(timer));
        if ((page.problems().rowCount() > problems) != isTyped)
            qFatal("the key has made no problem");
    }
    bench::report("check", p95(times));
}

/// What the window owes the screen now.
void paint(const QWidget& widget)
{
    QCoreApplication::sendPostedEvents(widget.window(), QEvent::UpdateRequest);
}

/// From the key, and from a step of the wheel, to the painted text. What a key sets off besides is done before the next
/// one; steps follow each other as fast as they are painted.
void measurePaint(QPlainTextEdit& edit, const QByteArray& name)
{
    QList<double> keys, steps;
    for (int i = 0; i < presses; ++i) {
        breathe();
        QElapsedTimer timer;
        timer.start();
        press(edit, i % 2 == 0 ? Qt::Key_X : Qt::Key_Backspace, i % 2 == 0 ? u"x"_s : QString());
        paint(edit);
        keys.append(milliseconds(timer));
    }
    breathe();
    for (int i = 0; i < presses; ++i) {
        QElapsedTimer timer;
        timer.start();
        edit.verticalScrollBar()->setValue(edit.verticalScrollBar()->value() + (i % 2 == 0 ? 3 : -6));
        paint(edit);
        steps.append(milliseconds(timer));
        QCoreApplication::processEvents();
    }
    bench::report(name + "-key", p95(keys));
    bench::report(name + "-scroll", p95(steps));
}

void measureCompletion(const QByteArray& text, const Spot& spot, const manifest::Catalogue& catalogue)
{
    QList<double> times;
    for (int i = 0; i < presses; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (manifest::completionAt(text, spot.offset, catalogue).proposals.isEmpty())
            qFatal("there is nothing to propose");
        times.append(milliseconds(timer));
    }
    bench::report("complete", p95(times));
}

/// The schema in a CRD, as JSON.
QString schemaFile(const QString& crd, const QTemporaryDir& folder)
{
    QFile file(crd);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not to be read", qPrintable(crd));
    const auto read = yaml::read(file.readAll(), yaml::Scalars::Typed);
    if (!read)
        qFatal("%s: %s", qPrintable(crd), qPrintable(read.error().message));
    const QJsonValue schema = read->first()[u"spec"][u"versions"][0][u"schema"][u"openAPIV3Schema"];
    QFile made(folder.filePath(u"schema.json"_s));
    if (!schema.isObject() || !made.open(QIODevice::WriteOnly))
        qFatal("%s has no schema", qPrintable(crd));
    made.write(QJsonDocument(schema.toObject()).toJson());
    return made.fileName();
}

void measureServer(const QByteArray& text, const Spot& spot, const QString& script, const QString& crd)
{
    const QTemporaryDir folder;
    bench::LanguageServer server(script, schemaFile(crd, folder));
    const auto problems = server.open(text);
    if (!problems)
        qFatal("yaml-language-server says nothing");
    QList<double> times, completions;
    for (int i = 0; i < presses; ++i) {
        const bool isTyped = i % 2 == 0;
        QElapsedTimer timer;
        timer.start();
        const auto found = server.change(spot.line, spot.column, isTyped ? 0 : 1, isTyped ? "x" : "");
        times.append(milliseconds(timer) - fixedDelay);
        if (!found || (*found > *problems) != isTyped)
            qFatal("the change has made no problem for yaml-language-server");
    }
    for (int i = 0; i < presses; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (server.complete(spot.line, spot.column).value_or(0) == 0)
            qFatal("yaml-language-server proposes nothing");
        if (i > presses / 4) // warm
            completions.append(milliseconds(timer));
    }
    bench::report("server-check", p95(times));
    bench::report("server-complete", p95(completions));
    bench::report("server-resident", server.residentMiB());
}

/// As much as a language server is asked for, by one who types.
void measureAlone(int lines)
{
    QString text = QString::fromUtf8(manifestOf(lines));
    const auto catalogue = manifest::Catalogue::bundled();
    const Spot spot = spotIn(text.toUtf8());
    const manifest::Linter linter(catalogue);
    manifest::LintMemory memory;
    const auto problems = editor::checkedText(text, linter, memory).problems.size();
    for (int i = 0; i < presses; ++i) {
        const bool isTyped = i % 2 == 0;
        if (isTyped)
            text.insert(spot.offset, u'x');
        else
            text.remove(spot.offset, 1);
        if ((editor::checkedText(text, linter, memory).problems.size() > problems) != isTyped)
            qFatal("the change has made no problem");
    }
    measureCompletion(text.toUtf8(), spot, *catalogue);
    bench::report("alone-resident", bench::residentMiB());
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc > 2 && QByteArrayView(argv[1]) == "--alone") {
        const QCoreApplication console(argc, argv);
        measureAlone(QCoreApplication::arguments().value(2).toInt());
        return 0;
    }
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QByteArray text = manifestOf(arguments.value(1).toInt());
    const Spot spot = spotIn(text);
    const auto catalogue = manifest::Catalogue::bundled();
    QSize size;
    QFont font;
    {
        editor::EditorPage page(catalogue);
        page.resize(1200, 800);
        page.show();
        page.begin(QString::fromUtf8(text), u"bench.yaml"_s);
        waitForCheck(page);
        page.edit().goTo(spot.offset);
        measureCheck(page);
        measurePaint(page.edit(), "edit");
        bench::report("resident", bench::residentMiB());
        size = page.edit().size();
        font = page.edit().font();
    }
    {
        // As large, and with the same letters; it wraps no lines either.
        QPlainTextEdit bare;
        bare.resize(size);
        bare.setFont(font);
        bare.setLineWrapMode(QPlainTextEdit::NoWrap);
        bare.setPlainText(QString::fromUtf8(text));
        bare.show();
        auto cursor = bare.textCursor();
        cursor.setPosition(int(spot.offset));
        bare.setTextCursor(cursor);
        QCoreApplication::processEvents();
        measurePaint(bare, "bare");
    }
    measureCompletion(text, spot, *catalogue);
    if (arguments.size() > 3)
        measureServer(text, spot, arguments[2], arguments[3]);
    return 0;
}
