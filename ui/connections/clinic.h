#pragma once

#include "core/flink/doctor.h"

#include <QObject>
#include <QString>

#include <memory>
#include <unordered_map>

namespace connections {

class Book;

/// Keeps the last examination of each connection. All texts in it are of the language in which it was made.
class Clinic : public QObject
{
    Q_OBJECT
public:
    explicit Clinic(Book& book, QObject* parent = nullptr);
    ~Clinic() override;

    /// The last examination, or one that has not begun, so that its steps can be shown; null: no such connection, or it
    /// cannot be examined.
    const flink::Doctor* doctor(const QString& id);
    bool wasExamined(const QString& id) const;
    bool isExamining(const QString& id) const;
    void examine(const QString& id);
    /// Of a change of language: what was examined is examined anew, the rest is forgotten.
    void retranslate();

signals:
    void changed(const QString& id);

private:
    struct Case
    {
        std::unique_ptr<flink::Doctor> doctor;
        bool begun = false;
    };

    std::unique_ptr<flink::Doctor> make(const QString& id) const;

    Book& m_book;
    std::unordered_map<QString, Case> m_cases;
};

/// The examination as text, for a bug report.
QString reportText(const flink::Doctor& doctor);

} // namespace connections
