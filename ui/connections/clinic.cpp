#include "ui/connections/clinic.h"

#include "core/base/quantity.h"
#include "ui/connections/book.h"

namespace connections {

using namespace Qt::StringLiterals;

Clinic::Clinic(Book& book, QObject* parent)
    : QObject(parent)
    , m_book(book)
{
}

Clinic::~Clinic() = default;

std::unique_ptr<flink::Doctor> Clinic::make(const QString& id) const
{
    const Entry* entry = m_book.entry(id);
    if (!entry)
        return nullptr;
    if (entry->type == flink::Connection::Type::Endpoint)
        return flink::Doctor::forEndpoint(m_book.endpointOf(*entry));
    return flink::Doctor::forContext(m_book.kubeconfigOf(id), id.mid(contextId({}).size()), m_book.pluginUse());
}

const flink::Doctor* Clinic::doctor(const QString& id)
{
    const auto known = m_cases.find(id);
    if (known != m_cases.end())
        return known->second.doctor.get();
    return (m_cases[id].doctor = make(id)).get();
}

bool Clinic::wasExamined(const QString& id) const
{
    const auto known = m_cases.find(id);
    return known != m_cases.end() && known->second.doctor && known->second.doctor->isFinished();
}

bool Clinic::isExamining(const QString& id) const
{
    const auto known = m_cases.find(id);
    return known != m_cases.end() && known->second.begun && known->second.doctor && !known->second.doctor->isFinished();
}

void Clinic::examine(const QString& id)
{
    if (isExamining(id))
        return;
    Case& examined = m_cases[id];
    examined.doctor = make(id);
    if (!examined.doctor)
        return;
    examined.begun = true;
    flink::Doctor* doctor = examined.doctor.get();
    const auto tell = [this, id] { emit changed(id); };
    connect(doctor, &flink::Doctor::stepFinished, this, tell);
    connect(doctor, &flink::Doctor::finished, this, tell);
    doctor->start();
    emit changed(id);
}

void Clinic::retranslate()
{
    QStringList again;
    for (const auto& [id, examined] : m_cases) {
        if (examined.begun)
            again.append(id);
    }
    m_cases.clear();
    for (const QString& id : std::as_const(again))
        examine(id);
}

QString reportText(const flink::Doctor& doctor)
{
    QStringList lines{u"Drey connection doctor: %1"_s.arg(doctor.subject())};
    for (const flink::DoctorStep& step : doctor.steps()) {
        lines.append(u"[%1] %2 (%3): %4"_s.arg(flink::wordOf(step.verdict), step.name,
                                               base::compactDuration(step.duration), step.message));
        const QStringList details = step.detail.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& detail : details)
            lines.append(u"    "_s + detail);
    }
    for (const QString& warning : doctor.warnings())
        lines.append(u"! "_s + warning);
    return lines.join(u'\n') + u'\n';
}

} // namespace connections
