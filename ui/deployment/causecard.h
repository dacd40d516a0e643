#pragma once

#include "core/flink/knowncauses.h"
#include "ui/widgets/card.h"

namespace widgets {
class CopyButton;
class PlainLabel;
} // namespace widgets

namespace deployment {

/// What is known of an exception: what it means, how to confirm it and what to do. Each part is a stop of the keyboard
/// and selectable.
class CauseCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit CauseCard(QWidget* parent = nullptr);

    /// Nothing: says that no card fits.
    void showCause(const std::optional<flink::KnownCause>& cause);

private:
    struct Part
    {
        widgets::PlainLabel* heading;
        widgets::PlainLabel* text;
    };
    Part addPart();
    static void fill(const Part& part, const QString& heading, const QString& text);

    widgets::CopyButton* m_copy;
    Part m_meaning, m_confirm, m_action;
};

} // namespace deployment
