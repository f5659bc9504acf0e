// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/policy/authorizer.h"
#include "collab/gateway/proxy/apitarget.h"
#include "collab/gateway/proxy/pagemarks.h"

#include <QJsonObject>

#include <optional>

namespace gateway {

/// Leaves out of a cluster's answers what the caller is not to see: objects of other namespaces,
/// those that filters hide, and the values of Secrets. Knows objects, lists, tables, and the events
/// of a watch.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
class AnswerFilter
{
public:
    /// `authorizer` is borrowed, and asked anew each time.
    AnswerFilter(const Authorizer &authorizer, const Caller &caller, const ApiTarget &target,
                 bool isNamespaced, bool reveals);

    /// Whether there is anything to leave out; else answers pass as they are.
    bool isNeeded() const;
    /// The body of an answer. No value: the one object that it is, is hidden.
    /// With `marks` a list's next page is asked for by a mark of theirs.
    std::optional<QByteArray> ofBody(const QByteArray &json,
                                     const PageMarks *marks = nullptr) const;
    /// Whose a mark of a page is, and of what list.
    QByteArray pageOwner() const;
    /// One event, without its end of line; empty: nobody is to hear of it. What is no event is not
    /// passed on either.
    QByteArray ofEvent(const QByteArray &json) const;

private:
    enum class Verdict {
        Shown,
        Unshown, ///< and never was
        Gone, ///< by its labels, which it may not have had before
    };
    Verdict verdictOn(const QJsonObject &object) const;
    QJsonObject trimmed(QJsonObject object) const;
    QJsonArray trimmed(const QJsonArray &items, bool isTable) const;

    const Authorizer &m_authorizer;
    const Caller m_caller;
    const ApiTarget m_target;
    const bool m_isNamespaced;
    const bool m_masks;
};

} // namespace gateway
