// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codehighlighter.h"

#include "workspace/look/look.h"
#include "workspace/textview/tonecolor.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <KSyntaxHighlighting/Definition>

namespace workspace {

CodeHighlighter::CodeHighlighter(const KSyntaxHighlighting::Definition &definition,
                                 const Theme &theme)
    : SyntaxHighlighter(static_cast<QObject *>(nullptr))
{
    static_assert(size_t(TextTone::Info) + 1 == Tones);
    setDefinition(definition);
    setColors(theme);
}

void CodeHighlighter::setColors(const Theme &theme)
{
    for (size_t tone = 0; tone < Tones; ++tone)
        m_formats[tone].setForeground(colorOf(TextTone(tone), theme));
    if (document())
        rehighlight();
}

void CodeHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    const auto tone = toneOf(format);
    if (length > 0 && tone != TextTone::Plain)
        setFormat(offset, length, m_formats[size_t(tone)]);
}

} // namespace workspace
