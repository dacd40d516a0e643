#include "ui/practice/scenariomodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(practice::Text)
};

} // namespace

QString difficultyWord(int difficulty)
{
    if (difficulty <= 1)
        return Text::tr("Easy");
    return difficulty == 2 ? Text::tr("Medium") : Text::tr("Hard");
}

ScenarioModel::ScenarioModel(Session& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    connect(&session, &Session::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1));
    });
}

int ScenarioModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_session.scenarios().size());
}

QVariant ScenarioModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Scenario& scenario = m_session.scenarios().at(index.row());
    const bool isPlayed = m_session.current() == &scenario;
    switch (role) {
    case Qt::DisplayRole:
        return scenario.title;
    case Qt::AccessibleTextRole:
        return QStringList{scenario.title, difficultyWord(scenario.difficulty),
                           isPlayed ? tr("being played") : QString()}
            .join(u", "_s);
    case NameRole:
        return scenario.name;
    case StoryRole:
        return scenario.story;
    case DifficultyRole:
        return scenario.difficulty;
    case PlayedRole:
        return isPlayed;
    default:
        return {};
    }
}

void ScenarioFilter::setWords(const QString& text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ScenarioFilter::setDifficulties(const QSet<int>& wanted)
{
    m_difficulties = wanted;
    invalidateFilter();
}

void ScenarioFilter::clear()
{
    m_words.clear();
    setDifficulties({});
}

bool ScenarioFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_difficulties.isEmpty() && !m_difficulties.contains(index.data(ScenarioModel::DifficultyRole).toInt()))
        return false;
    const QString all = index.data().toString() + u'\n' + index.data(ScenarioModel::StoryRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace practice
