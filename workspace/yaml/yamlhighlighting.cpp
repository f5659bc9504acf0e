// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/yamlhighlighting.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <optional>

using namespace Qt::StringLiterals;

namespace workspace {

using KSyntaxHighlighting::Format;

TextTone toneOf(const Format &format)
{
    // The definition's own names tell more than its styles, where a key looks like a value.
    const auto name = format.name();
    if (name == "Key"_L1)
        return TextTone::Key;
    if (name == "Boolean"_L1 || name == "Bool"_L1 || name == "Null"_L1)
        return TextTone::Constant;
    switch (format.textStyle()) {
    case KSyntaxHighlighting::Theme::String:
    case KSyntaxHighlighting::Theme::VerbatimString:
    case KSyntaxHighlighting::Theme::SpecialString:
    case KSyntaxHighlighting::Theme::SpecialChar:
    case KSyntaxHighlighting::Theme::Char: return TextTone::String;
    case KSyntaxHighlighting::Theme::DecVal:
    case KSyntaxHighlighting::Theme::BaseN:
    case KSyntaxHighlighting::Theme::Float: return TextTone::Number;
    case KSyntaxHighlighting::Theme::Constant:
    case KSyntaxHighlighting::Theme::BuiltIn: return TextTone::Constant;
    case KSyntaxHighlighting::Theme::Comment:
    case KSyntaxHighlighting::Theme::Documentation: return TextTone::Comment;
    case KSyntaxHighlighting::Theme::Error:
    case KSyntaxHighlighting::Theme::Alert: return TextTone::Error;
    case KSyntaxHighlighting::Theme::Keyword:
    case KSyntaxHighlighting::Theme::ControlFlow:
    case KSyntaxHighlighting::Theme::Operator:
    case KSyntaxHighlighting::Theme::Others: return TextTone::Dim;
    default: return TextTone::Plain;
    }
}

class YamlHighlighting::Private final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Private() { setDefinition(m_repository.definitionForName(u"YAML"_s)); }

    std::vector<TextLine> run(const QStringList &lines)
    {
        std::vector<TextLine> result;
        result.reserve(size_t(lines.size()));
        KSyntaxHighlighting::State state;
        for (const auto &text : lines) {
            m_line = &result.emplace_back(TextLine{.text = text});
            state = highlightLine(text, state);
        }
        m_line = nullptr;
        return result;
    }

protected:
    void applyFormat(int offset, int length, const Format &format) override
    {
        const auto tone = toneOf(format);
        if (m_line && length > 0 && tone != TextTone::Plain)
            m_line->spans.push_back({.start = offset, .length = length, .tone = tone});
    }

private:
    KSyntaxHighlighting::Repository m_repository;
    TextLine *m_line = nullptr;
};

YamlHighlighting::YamlHighlighting() = default;
YamlHighlighting::~YamlHighlighting() = default;

YamlHighlighting::Private &YamlHighlighting::loaded() const
{
    if (!d)
        d = std::make_unique<Private>();
    return *d;
}

std::vector<TextLine> YamlHighlighting::highlight(const QStringList &lines)
{
    return loaded().run(lines);
}

KSyntaxHighlighting::Definition YamlHighlighting::definition() const
{
    return loaded().definition();
}

} // namespace workspace
