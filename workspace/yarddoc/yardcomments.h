// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yarddoc/yardschema.h"

#include <QDateTime>
#include <QObject>

namespace workspace {

class YardDocument;

/// What somebody wrote to a krate, for all who share the yard.
struct CommentRecord
{
    QString id = {};
    QString krate = {}; ///< which may be gone
    QString text = {};
    QString author = {}; ///< as they call themselves: nobody vouches for it
    QDateTime at = {};
    QString title = {}; ///< of the krate when it was written; may be empty

    bool operator==(const CommentRecord &) const = default;
};

/// Those that make sense, the oldest first; `wrong` counts the others.
std::vector<CommentRecord> commentsIn(crdt::Doc &doc, int &wrong);
/// Writes it as it is, under its id. Call it within a transaction.
void writeComment(crdt::Doc &doc, const CommentRecord &comment);

/// The comments of a yard's document. Adding and removing are steps of undo. Lives on the GUI
/// thread.
class YardComments final : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and must outlive the comments.
    explicit YardComments(YardDocument &document, QObject *parent = nullptr);
    ~YardComments() override;

    /// The oldest first.
    const std::vector<CommentRecord> &all() const { return m_comments; }
    std::vector<CommentRecord> of(const QString &krate) const;
    /// Its id; empty when the text is empty or longer than schema::LongestComment.
    QString add(const QString &krate, const QString &text, const QString &author,
                const QString &title = {});
    void remove(const QString &id);

Q_SIGNALS:
    void changed();
    void problemFound(const QString &sentence); ///< some are not shown; told once a yard

private:
    void follow();
    void read();

    YardDocument &m_document;
    std::vector<CommentRecord> m_comments;
    int m_observer = 0;
    bool m_told = false;
};

} // namespace workspace
