#include "ui/code/highlighting.h"

#include "ui/theme/theme.h"

#include <QTextDocument>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <memory>
#include <optional>

namespace code {

using namespace Qt::StringLiterals;

namespace {

/// The repository reads its index once and lives as long as the documents that use it.
std::shared_ptr<KSyntaxHighlighting::Repository> repository()
{
    static std::weak_ptr<KSyntaxHighlighting::Repository> shared;
    auto result = shared.lock();
    if (!result) {
        result = std::make_shared<KSyntaxHighlighting::Repository>();
        shared = result;
    }
    return result;
}

/// Hangul, Chinese characters, kana and full-width signs: two cells wide in a terminal.
bool isWide(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0x303E) ||
           (code >= 0x3041 && code <= 0x33FF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF01 && code <= 0xFF60);
}

/// In the colours of the program: none that means a state, and no bold, which Hangul does not bear.
QColor colorOf(KSyntaxHighlighting::Theme::TextStyle style)
{
    switch (style) {
    case KSyntaxHighlighting::Theme::Function: // a key
        return theme::color(theme::Role::Link);
    case KSyntaxHighlighting::Theme::Comment:
    case KSyntaxHighlighting::Theme::Keyword: // a colon, a dash
    case KSyntaxHighlighting::Theme::Preprocessor:
        return theme::color(theme::Role::SecondaryText);
    case KSyntaxHighlighting::Theme::Error:
        return theme::status(base::Health::Broken).text;
    default:
        return theme::color(theme::Role::Text);
    }
}

class KSyntaxYaml : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    explicit KSyntaxYaml(QTextDocument* document)
        : SyntaxHighlighter(document)
        , m_repository(repository())
    {
        setDefinition(m_repository->definitionForName(u"YAML"_s));
        dress();
        if (auto* theme = theme::Theme::instance())
            connect(theme, &theme::Theme::changed, this, &KSyntaxYaml::dress);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override
    {
        QTextCharFormat own;
        own.setForeground(colorOf(format.textStyle()));
        setFormat(offset, length, own);
    }

    void highlightBlock(const QString& text) override
    {
        SyntaxHighlighter::highlightBlock(text);
        for (int i = 0; i < text.size(); ++i) {
            if (!isWide(text.at(i)))
                continue;
            QTextCharFormat wide = format(i);
            wide.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            wide.setFontLetterSpacing(spacing());
            setFormat(i, 1, wide);
        }
    }

private:
    /// Measuring a wide character reads a font of a megabyte, which most manifests do without.
    qreal spacing()
    {
        if (!m_spacing)
            m_spacing = theme::hangulSpacing();
        return *m_spacing;
    }

    void dress()
    {
        m_spacing.reset();
        setTheme(m_repository->defaultTheme(theme::isDark() ? KSyntaxHighlighting::Repository::DarkTheme
                                                            : KSyntaxHighlighting::Repository::LightTheme));
        rehighlight();
    }

    std::shared_ptr<KSyntaxHighlighting::Repository> m_repository;
    std::optional<qreal> m_spacing; ///< of a wide character; nothing: it is not measured yet
};

} // namespace

void highlightYaml(QTextDocument* document)
{
    new KSyntaxYaml(document);
}

} // namespace code
