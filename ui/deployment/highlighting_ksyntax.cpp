#include "ui/deployment/highlighting.h"

#include "ui/theme/theme.h"

#include <QTextDocument>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

namespace deployment {

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

private:
    void dress()
    {
        setTheme(m_repository->defaultTheme(theme::isDark() ? KSyntaxHighlighting::Repository::DarkTheme
                                                            : KSyntaxHighlighting::Repository::LightTheme));
        rehighlight();
    }

    std::shared_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace

void highlightYaml(QTextDocument* document)
{
    new KSyntaxYaml(document);
}

} // namespace deployment
