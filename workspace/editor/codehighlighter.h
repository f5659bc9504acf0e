// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QTextCharFormat>

#include <array>

namespace workspace {

struct Theme;

/// Colours a text document by a definition of KSyntaxHighlighting, in the colours of our theme.
class CodeHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    /// Made without a document: setDocument() turns the colours on.
    CodeHighlighter(const KSyntaxHighlighting::Definition &definition, const Theme &theme);

    void setColors(const Theme &theme);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    static constexpr size_t Tones = 14;

    std::array<QTextCharFormat, Tones> m_formats;
};

} // namespace workspace
