// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/textdocument.h"

#include <QStringList>

#include <memory>

namespace KSyntaxHighlighting {
class Definition;
class Format;
} // namespace KSyntaxHighlighting

namespace workspace {

/// What a format of a definition means in our tones.
TextTone toneOf(const KSyntaxHighlighting::Format &format);

/// Colours YAML by KSyntaxHighlighting's definition. Loading it takes 4 to 75 ms: make one and hand
/// it to every view. GUI thread only.
class YamlHighlighting
{
public:
    YamlHighlighting();
    ~YamlHighlighting();

    std::vector<TextLine> highlight(const QStringList &lines);
    /// For a highlighter of a document that is edited.
    KSyntaxHighlighting::Definition definition() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace workspace
