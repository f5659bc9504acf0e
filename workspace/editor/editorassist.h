// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editortypes.h"

#include <QObject>

#include <vector>

namespace workspace {

/// One way to go on writing.
struct CompletionItem
{
    QString text = {}; ///< what is listed and compared with what was typed
    QString kind = {}; ///< a word or letter for its badge: "field", "value", "name"
    QString type = {}; ///< shown beside it: "string", "[]Container"
    QString documentation = {}; ///< plain text, shown beside the list
    bool required = false;
    /// What is written instead of `text`; lines after the first are indented like the line that it
    /// is written into. The place of a "$0" in it is where the cursor ends up. Empty: `text`.
    QString insert = {};

    bool operator==(const CompletionItem &) const = default;
};

/// What is known about a place in a text. Everything is plain text; what is empty is left out.
struct AssistNote
{
    QString heading = {}; ///< "replicas"
    QString type = {}; ///< "integer, required"
    QString text = {}; ///< paragraphs separated by empty lines

    bool isEmpty() const { return heading.isEmpty() && type.isEmpty() && text.isEmpty(); }
    bool operator==(const AssistNote &) const = default;
};

/// What knows how a text may go on and what its words mean. Made by who opens the editor.
///
/// It is asked with a token and answers once with the same token, at once or later, on the GUI
/// thread. A question whose place the person has left is not withdrawn: its late answer is dropped.
class EditorAssist : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What may be written at `at`: everything that fits the place; the editor narrows it down by
    /// the word that is being typed. `text` has dots where values are masked.
    virtual void complete(quint64 token, const QString &text, EditorPosition at) = 0;
    /// What the word at `at` means.
    virtual void hover(quint64 token, const QString &text, EditorPosition at) = 0;

Q_SIGNALS:
    void completed(quint64 token, const std::vector<workspace::CompletionItem> &items);
    void hovered(quint64 token, const workspace::AssistNote &note);
};

/// The items that fit what was typed, best first: those that begin with it, those with a word that
/// does ("api" finds "clusterApi"), those that have its letters in order. With nothing typed:
/// required ones first, otherwise in the order given. Indices into `items`.
std::vector<int> fittingItems(const std::vector<CompletionItem> &items, const QString &typed);

} // namespace workspace
