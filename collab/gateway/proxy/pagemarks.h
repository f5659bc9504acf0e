// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace gateway {

/// Closes the marks by which the pages of a list follow each other. A cluster's own has the name of
/// the page's last object in it, which may be hidden from who asks. Closed with a key of this
/// process: after a new start, and at another relay, a list begins again (410), as it does when a
/// cluster has forgotten.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
class PageMarks
{
public:
    PageMarks();

    /// `owner` is whose it is, and of what list: it opens for nothing else. Empty when it cannot be
    /// closed.
    QString sealed(const QString &mark, const QByteArray &owner) const;
    /// No value: it is none of ours, or another's.
    std::optional<QString> opened(const QString &sealed, const QByteArray &owner) const;

private:
    const QByteArray m_key;
};

} // namespace gateway
