#include "ui/practice/score.h"

#include <QCoreApplication>

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(practice::Text)
};

constexpr int hintCost = 10;
constexpr int wrongCost = 15;
constexpr Duration detectedIn = 5min; ///< at difficulty 1
constexpr Duration recoveredIn = 10min;
constexpr int mostForDetection = 20;
constexpr int mostForRecovery = 30;

/// A point for each begun minute beyond what is allowed.
int lateness(const std::optional<Duration>& taken, Duration allowed, int most)
{
    if (!taken)
        return most;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(*taken - allowed).count();
    return std::clamp(static_cast<int>(std::min<qint64>(minutes, most)), 0, most);
}

} // namespace

Score scoreOf(const Progress& progress, int difficulty, Ending ending)
{
    Score score;
    if (ending == Ending::GivenUp) {
        score.points = 0;
        score.deductions.append(Text::tr("Given up: no points."));
        return score;
    }
    const auto deduct = [&score](int cost, const QString& why) {
        if (cost <= 0)
            return;
        score.points -= cost;
        score.deductions.append(why);
    };
    const int hints = progress.hintsTaken * hintCost;
    deduct(hints, Text::tr("−%1: %n hint(s) taken", nullptr, progress.hintsTaken).arg(hints));
    const int wrong = progress.wrongSuspects * wrongCost;
    deduct(wrong, Text::tr("−%1: %n wrong answer(s)", nullptr, progress.wrongSuspects).arg(wrong));
    const Duration toDetect = detectedIn * difficulty;
    const Duration toRecover = recoveredIn * difficulty;
    const int detection = lateness(progress.detected, toDetect, mostForDetection);
    deduct(detection, Text::tr("−%1: detected later than within %2").arg(detection).arg(watchText(toDetect)));
    const int recovery = lateness(progress.recovered, toRecover, mostForRecovery);
    deduct(recovery, Text::tr("−%1: recovered later than within %2").arg(recovery).arg(watchText(toRecover)));
    score.points = std::max(score.points, 0);
    return score;
}

QString watchText(Duration duration)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(std::max(duration, Duration(0))).count();
    const QString rest =
        u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds >= 3600 ? u"%1:%2"_s.arg(seconds / 3600).arg(rest) : rest;
}

} // namespace practice
