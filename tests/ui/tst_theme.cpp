#include "tests/support/hygiene.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using theme::Role;

namespace {

const QList<base::Health> families{base::Health::Broken,  base::Health::AtRisk,    base::Health::Changing,
                                   base::Health::Unknown, base::Health::Suspended, base::Health::Healthy};
const QList<base::Environment> environments{base::Environment::Development, base::Environment::Staging,
                                            base::Environment::Production};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// As WCAG 2 defines it: 1 to 21.
double contrast(const QColor& a, const QColor& b)
{
    const double bright = std::max(luminance(a), luminance(b));
    const double dim = std::min(luminance(a), luminance(b));
    return (bright + 0.05) / (dim + 0.05);
}

QImage painted(theme::Glyph glyph)
{
    return theme::glyph(glyph, 16, 1).toImage();
}

// Which pixels are drawn at all: what is left of a glyph without colour.
QByteArray silhouette(const QImage& image)
{
    QByteArray shape;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            shape += qAlpha(image.pixel(x, y)) > 96 ? '#' : '.';
    }
    return shape;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void readsWellInBothSchemes_data();
    void readsWellInBothSchemes();
    void statusReadsWellOnEveryGround_data() { schemes(); }
    void statusReadsWellOnEveryGround();
    void environmentWordsReadWellOnTheirColour_data() { schemes(); }
    void environmentWordsReadWellOnTheirColour();
    void productionIsNotTheColourOfBroken_data() { schemes(); }
    void productionIsNotTheColourOfBroken();
    void glyphsDifferWithoutColour();
    void glyphsAreCrispAtTwiceTheScale();
    void ourIconsExistAndFollowTheScheme();
    void takesWhatWeHaveNotFromBreeze();
    void switchesTheSchemeLive();
    void heightsGrowWithTheFont();
    void hangulHasAFontAndTakesTwoCellsInCode();
    void wordsAreThereForEveryFamilyAndEnvironment();

private:
    void schemes();
    void useSchemeOfRow();

    theme::Theme* m_theme = nullptr;
};

void TestTheme::initTestCase()
{
    support::keepClean();
    m_theme = new theme::Theme(*qApp);
    m_theme->setParent(this);
}

void TestTheme::cleanup()
{
    m_theme->setScheme(theme::Scheme::Light);
}

void TestTheme::schemes()
{
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::newRow("light") << theme::Scheme::Light;
    QTest::newRow("dark") << theme::Scheme::Dark;
}

void TestTheme::useSchemeOfRow()
{
    QFETCH(const theme::Scheme, scheme);
    m_theme->setScheme(scheme);
}

void TestTheme::readsWellInBothSchemes_data()
{
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::addColumn<Role>("ink");
    QTest::addColumn<Role>("ground");
    QTest::addColumn<double>("least");
    const QList<Role> grounds{Role::Window,    Role::Surface, Role::Raised, Role::Sunken,
                              Role::Selection, Role::Hover,   Role::Code};
    for (const theme::Scheme scheme : {theme::Scheme::Light, theme::Scheme::Dark}) {
        const char* name = scheme == theme::Scheme::Dark ? "dark" : "light";
        for (const Role ground : grounds) {
            const int at = static_cast<int>(ground);
            QTest::addRow("%s text on %d", name, at) << scheme << Role::Text << ground << 4.5;
            QTest::addRow("%s secondary on %d", name, at) << scheme << Role::SecondaryText << ground << 4.5;
            QTest::addRow("%s link on %d", name, at) << scheme << Role::Link << ground << 4.5;
            QTest::addRow("%s focus on %d", name, at) << scheme << Role::Focus << ground << 3.0;
        }
        for (const Role ground : {Role::Window, Role::Surface, Role::Raised})
            QTest::addRow("%s edge on %d", name, static_cast<int>(ground)) << scheme << Role::Edge << ground << 3.0;
        QTest::addRow("%s selected text", name) << scheme << Role::SelectionText << Role::Selection << 4.5;
        QTest::addRow("%s on accent", name) << scheme << Role::OnAccent << Role::Accent << 4.5;
    }
}

void TestTheme::readsWellInBothSchemes()
{
    useSchemeOfRow();
    QFETCH(const Role, ink);
    QFETCH(const Role, ground);
    QFETCH(const double, least);
    const double found = contrast(theme::color(ink), theme::color(ground));
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

void TestTheme::statusReadsWellOnEveryGround()
{
    useSchemeOfRow();
    for (const base::Health family : families) {
        const theme::StatusColors colors = theme::status(family);
        const QList<QColor> grounds{colors.background, theme::color(Role::Surface), theme::color(Role::Selection),
                                    theme::color(Role::Hover)};
        for (const QColor& ground : grounds)
            QVERIFY2(contrast(colors.text, ground) >= 4.5, qPrintable(theme::word(family) + u" on "_s + ground.name()));
        QVERIFY2(contrast(colors.glyph, theme::color(Role::Surface)) >= 3.0, qPrintable(theme::word(family)));
        QVERIFY2(contrast(colors.glyph, theme::color(Role::Selection)) >= 3.0, qPrintable(theme::word(family)));
    }
}

void TestTheme::environmentWordsReadWellOnTheirColour()
{
    useSchemeOfRow();
    for (const base::Environment environment : environments) {
        const theme::EnvironmentColors colors = theme::environment(environment);
        QVERIFY2(contrast(colors.onSolid, colors.solid) >= 4.5, qPrintable(theme::word(environment)));
        QVERIFY2(contrast(colors.solid, theme::color(Role::Window)) >= 3.0, qPrintable(theme::word(environment)));
    }
}

void TestTheme::productionIsNotTheColourOfBroken()
{
    useSchemeOfRow();
    const int production = theme::environment(base::Environment::Production).solid.hue();
    const int broken = theme::status(base::Health::Broken).glyph.hue();
    const int apart = std::abs(production - broken);
    QVERIFY2(std::min(apart, 360 - apart) > 30, qPrintable(QString::number(apart)));
}

void TestTheme::glyphsDifferWithoutColour()
{
    std::set<QByteArray> shapes;
    for (const base::Health family : families)
        shapes.insert(silhouette(painted(theme::glyphOf(family))));
    shapes.insert(silhouette(painted(theme::Glyph::Stale)));
    shapes.insert(silhouette(painted(theme::Glyph::Differs)));
    QCOMPARE(shapes.size(), std::size_t(8));
    for (const QByteArray& shape : shapes)
        QVERIFY(shape.count('#') > 20);
}

void TestTheme::glyphsAreCrispAtTwiceTheScale()
{
    const QPixmap twice = theme::glyph(theme::Glyph::Healthy, 14, 2);
    QCOMPARE(twice.size(), QSize(28, 28));
    QCOMPARE(twice.deviceIndependentSize(), QSizeF(14, 14));
}

void TestTheme::ourIconsExistAndFollowTheScheme()
{
    const QIcon search = theme::icon(u"search"_s);
    QVERIFY(!search.isNull());
    const QImage light = search.pixmap(16, 16).toImage();
    m_theme->setScheme(theme::Scheme::Dark);
    const QImage dark = search.pixmap(16, 16).toImage();
    QVERIFY(light != dark);
    QVERIFY(theme::icon(u"there-is-no-such-icon"_s).isNull());
    QVERIFY(!theme::applicationIcon().pixmap(48, 48).isNull());
}

void TestTheme::takesWhatWeHaveNotFromBreeze()
{
    if (!QFile::exists(u"/usr/share/icons/breeze/actions/16/document-print.svg"_s))
        QSKIP("The Breeze icons are not installed.");
    QVERIFY(!theme::icon(u"document-print"_s).isNull());
    const QImage drawn = theme::icon(u"document-print"_s, Role::Accent).pixmap(16, 16).toImage();
    QVERIFY(silhouette(drawn).contains('#'));
}

void TestTheme::switchesTheSchemeLive()
{
    int told = 0;
    connect(m_theme, &theme::Theme::changed, this, [&told] { ++told; });
    m_theme->setScheme(theme::Scheme::Dark);
    QCOMPARE(told, 1);
    QVERIFY(theme::isDark());
    QCOMPARE(qApp->palette().color(QPalette::Base), theme::color(Role::Surface));
    m_theme->setScheme(theme::Scheme::Dark);
    QCOMPARE(told, 1);
    m_theme->setScheme(theme::Scheme::Light);
    QCOMPARE(told, 2);
    QVERIFY(!theme::isDark());
}

void TestTheme::heightsGrowWithTheFont()
{
    const int needed = QFontMetrics(theme::font(theme::Type::Body)).height() + 8;
    QVERIFY(theme::rowHeight() >= std::max(26, needed));
    QVERIFY(theme::headerHeight() >= needed);
    QVERIFY(theme::treeRowHeight() >= std::max(24, needed));
    QVERIFY(theme::font(theme::Type::Small).pointSizeF() < theme::font(theme::Type::Body).pointSizeF());
    QVERIFY(theme::font(theme::Type::PageTitle).pointSizeF() > theme::font(theme::Type::Body).pointSizeF());
}

void TestTheme::hangulHasAFontAndTakesTwoCellsInCode()
{
    const QFontMetrics body(theme::font(theme::Type::Body));
    QVERIFY(body.horizontalAdvance(u"배포"_s) > 0);
    const QFont code = theme::font(theme::Type::Code);
    const QFontMetricsF cells(code);
    QCOMPARE(cells.horizontalAdvance(u"iiii"_s), cells.horizontalAdvance(u"WWWW"_s));
    QFont spaced = code;
    spaced.setLetterSpacing(QFont::AbsoluteSpacing, theme::hangulSpacing());
    const double twoCells = 2 * cells.horizontalAdvance(u'a');
    QVERIFY(std::abs(QFontMetricsF(spaced).horizontalAdvance(u"배포배포"_s) - 4 * twoCells) < 0.5);
}

void TestTheme::wordsAreThereForEveryFamilyAndEnvironment()
{
    std::set<QString> words;
    for (const base::Health family : families)
        words.insert(theme::word(family));
    QCOMPARE(words.size(), std::size_t(6));
    for (const base::Environment environment : environments) {
        QVERIFY(!theme::word(environment).isEmpty());
        QVERIFY(!theme::shortWord(environment).isEmpty());
    }
    QVERIFY(theme::shortWord(base::Environment::Unset).isEmpty());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
