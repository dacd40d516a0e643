#pragma once

#include "ui/practice/session.h"

#include <QAbstractListModel>
#include <QSet>
#include <QSortFilterProxyModel>

namespace practice {

/// The rehearsals there are, a row each.
class ScenarioModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        StoryRole,
        DifficultyRole, ///< int
        PlayedRole,     ///< bool: it is the one that is played now
    };

    explicit ScenarioModel(Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Session& m_session;
};

/// Those with all words of a text in their title or story, of the difficulties that are wanted.
class ScenarioFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& text);
    void setDifficulties(const QSet<int>& wanted); ///< empty: all
    void clear();

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    QSet<int> m_difficulties;
};

/// "Easy", in the language of the program.
QString difficultyWord(int difficulty);

} // namespace practice
