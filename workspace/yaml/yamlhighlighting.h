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

/// Colours YAML by KSyntaxHighlighting's definition. Loading that takes 4 to 75 ms and waits until
/// somebody wants it: make one and hand it to every view. GUI thread only.
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
    Private &loaded() const;

    mutable std::unique_ptr<Private> d; ///< null until it is used
};

} // namespace workspace
