#include "tests/support/hygiene.h"
#include "ui/widgets/shapedtext.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr QRect place{0, 0, 400, 40};

QImage blank()
{
    QImage image(place.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// The lowest line of the picture with something in it.
int bottomOf(const QImage& image)
{
    for (int y = image.height() - 1; y >= 0; --y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).lightness() < 128)
                return y;
        }
    }
    return -1;
}

QImage shaped(const QString& text, const QRect& room, Qt::Alignment side = Qt::AlignLeft)
{
    QImage image = blank();
    QPainter painter(&image);
    widgets::drawShaped(&painter, room, side, text, Qt::ElideRight);
    return image;
}

} // namespace

class ShapedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void drawsWhatThePainterDraws()
    {
        QImage expected = blank();
        QPainter painter(&expected);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, u"orders-000123"_s);
        painter.end();
        QCOMPARE(shaped(u"orders-000123"_s, place), expected);
        QCOMPARE(shaped(u"orders-000123"_s, place), expected); // and so does what was kept
    }

    void answersTheWidthItHasDrawn()
    {
        QImage image = blank();
        QPainter painter(&image);
        const QFontMetrics metrics = painter.fontMetrics();
        const QString text = u"a name of some length"_s;
        const int whole = metrics.horizontalAdvance(text);
        QCOMPARE(widgets::drawShaped(&painter, place, Qt::AlignLeft, text, Qt::ElideRight), whole);
        const int cut = widgets::drawShaped(&painter, {0, 0, whole / 2, 40}, Qt::AlignLeft, text, Qt::ElideRight);
        QCOMPARE(cut, metrics.horizontalAdvance(metrics.elidedText(text, Qt::ElideRight, whole / 2)));
        // Narrow first, then wide: nothing that was cut is taken for the whole.
        QCOMPARE(widgets::drawShaped(&painter, place, Qt::AlignLeft, text, Qt::ElideRight), whole);
    }

    void keepsToItsSide()
    {
        const QImage right = shaped(u"12"_s, place, Qt::AlignRight);
        QVERIFY(right.copy(0, 0, place.width() / 2, place.height()) == blank().copy(0, 0, place.width() / 2, 40));
        QVERIFY(right != blank());
    }

    void fontsThatHelpOutShareTheBaseLine()
    {
        // A Korean font is higher than the one of the digits; these letters have nothing below the base line.
        const int digits = bottomOf(shaped(u"24"_s, place));
        const int mixed = bottomOf(shaped(u"24ㅗ"_s, place));
        QVERIFY2(std::abs(mixed - digits) <= 2, qPrintable(u"%1 and %2"_s.arg(digits).arg(mixed)));
    }
};

QTEST_MAIN(ShapedTextTest)
#include "tst_shapedtext.moc"
