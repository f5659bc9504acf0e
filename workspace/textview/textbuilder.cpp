// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/textbuilder.h"

#include <algorithm>
#include <utility>

namespace workspace {

/// A pane shows no tabs and no line ends.
static QString oneLine(QString text)
{
    return text.replace(u'\t', u' ').remove(u'\r').replace(u'\n', u' ');
}

TextBuilder &TextBuilder::put(const QString &text, TextTone tone, bool bold)
{
    const auto clean = oneLine(text);
    if (!clean.isEmpty() && (tone != TextTone::Plain || bold))
        m_line.spans.push_back({.start = int(m_line.text.size()),
                                .length = int(clean.size()),
                                .tone = tone,
                                .bold = bold});
    m_line.text += clean;
    return *this;
}

TextBuilder &TextBuilder::link(const QString &text, const ObjectId &object)
{
    put(text, TextTone::Link);
    m_line.spans.back().target = int(m_document.targets.size());
    m_document.targets.push_back({.object = object});
    return *this;
}

TextBuilder &TextBuilder::action(const QString &text, const QString &action, TextTone tone,
                                 const QString &hint)
{
    put(text, tone, true);
    m_line.spans.back().target = int(m_document.targets.size());
    m_document.targets.push_back({.action = action, .hint = hint});
    return *this;
}

TextBuilder &TextBuilder::padTo(qsizetype column)
{
    m_line.text += QString(qMax(qsizetype(1), column - m_line.text.size()), u' ');
    return *this;
}

TextBuilder &TextBuilder::endLine()
{
    m_document.lines.push_back(std::exchange(m_line, {}));
    return *this;
}

TextBuilder &TextBuilder::line(TextLine line)
{
    m_document.lines.push_back(std::move(line));
    return *this;
}

void TextBuilder::mark(int line, int start, int length, TextTone tone, const QString &action)
{
    auto &spans = m_document.lines[size_t(line)].spans;
    std::erase_if(spans, [start](const TextSpan &s) { return s.start + s.length > start; });
    spans.push_back(
        {.start = start, .length = length, .tone = tone, .target = int(m_document.targets.size())});
    m_document.targets.push_back({.action = action});
}

TextDocument TextBuilder::take()
{
    if (!m_line.text.isEmpty())
        endLine();
    return std::exchange(m_document, {});
}

} // namespace workspace
