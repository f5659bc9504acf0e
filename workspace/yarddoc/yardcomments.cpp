// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardcomments.h"

#include "workspace/yard/yarddocument.h"

#include <QTimeZone>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr double LastMoment = 8.64e15; // of a JavaScript Date

static std::optional<CommentRecord> commentIn(const crdt::YMap &comments, const QString &id)
{
    const auto map = comments.map(id);
    if (map.isNull() || id.isEmpty() || id.size() > schema::LongestText)
        return {};
    const auto krate = schema::textIn(map.any(u"krate"));
    const auto text = schema::textIn(map.any(u"text"), schema::LongestComment);
    const auto author = schema::textIn(map.any(u"author"));
    const auto at = schema::numberIn(map.any(u"at"), 0, LastMoment);
    if (!krate || !text || text->isEmpty() || !author || !at)
        return {};
    return CommentRecord{.id = id,
                         .krate = *krate,
                         .text = *text,
                         .author = *author,
                         .at = QDateTime::fromMSecsSinceEpoch(qint64(*at), QTimeZone::UTC),
                         .title = schema::textIn(map.any(u"title")).value_or(QString())};
}

std::vector<CommentRecord> commentsIn(crdt::Doc &doc, int &wrong)
{
    const auto map = doc.map(schema::Comments);
    std::vector<CommentRecord> comments;
    const auto ids = map.keys();
    for (const auto &id : ids) {
        auto comment = comments.size() < schema::MostComments ? commentIn(map, id) : std::nullopt;
        if (comment)
            comments.push_back(std::move(*comment));
        else
            ++wrong;
    }
    std::ranges::sort(comments, [](const CommentRecord &a, const CommentRecord &b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    });
    return comments;
}

void writeComment(crdt::Doc &doc, const CommentRecord &comment)
{
    auto comments = doc.map(schema::Comments);
    comments.setMap(comment.id,
                    {{{u"krate"_s, lib0::Any(comment.krate)},
                      {u"title"_s, lib0::Any(comment.title.left(schema::LongestText))},
                      {u"text"_s, lib0::Any(comment.text)},
                      {u"author"_s, lib0::Any(comment.author.left(schema::LongestText))},
                      {u"at"_s, lib0::Any(double(comment.at.toMSecsSinceEpoch()))}}});
}

YardComments::YardComments(YardDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &YardDocument::docReplaced, this, &YardComments::follow);
    follow();
}

YardComments::~YardComments()
{
    m_document.doc().stopObserving(m_observer);
}

/// The document is another one; the one before has taken its observers with it.
void YardComments::follow()
{
    m_told = false;
    auto &doc = m_document.doc();
    m_observer =
        doc.observeDeep(doc.map(schema::Comments), [this](const auto &, crdt::Origin) { read(); });
    read();
}

void YardComments::read()
{
    int wrong = 0;
    auto comments = commentsIn(m_document.doc(), wrong);
    if (std::exchange(m_comments, std::move(comments)) != m_comments)
        Q_EMIT changed();
    if (wrong > 0 && !std::exchange(m_told, true))
        Q_EMIT problemFound(schema::problemText(schema::Problem::WrongComment, wrong));
}

std::vector<CommentRecord> YardComments::of(const QString &krate) const
{
    std::vector<CommentRecord> found;
    std::ranges::copy_if(m_comments, std::back_inserter(found),
                         [&](const CommentRecord &comment) { return comment.krate == krate; });
    return found;
}

QString YardComments::add(const QString &krate, const QString &text, const QString &author,
                          const QString &title)
{
    const CommentRecord comment{.id = YardDocument::makeId(),
                                .krate = krate,
                                .text = text.trimmed(),
                                .author = author,
                                .at = QDateTime::currentDateTimeUtc(),
                                .title = title};
    if (m_document.isReadOnly() || comment.text.isEmpty()
        || comment.text.size() > schema::LongestComment)
        return {};
    m_document.write(tr("Comment"), [&] { writeComment(m_document.doc(), comment); });
    return comment.id;
}

void YardComments::remove(const QString &id)
{
    m_document.write(tr("Remove comment"),
                     [&] { m_document.doc().map(schema::Comments).remove(id); });
}

} // namespace workspace
