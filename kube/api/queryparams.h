// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace kube {

/// Query parameters of a call to the API server, as client-go's ParameterCodec writes them: sorted
/// by name, encoded as Go's url.Values, what stands at its default left out.
class QueryParams
{
public:
    void add(const QString &name, const QString &value); ///< left out when empty
    void addAll(const QString &name, const QStringList &values);
    void addFlag(const QString &name, bool isSet); ///< left out when not set
    void addNumber(const QString &name, std::optional<qint64> number); ///< zero is a number

    /// "command=echo+a&stdin=true"; ASCII.
    QString toString() const;
    QUrlQuery toQuery() const { return QUrlQuery(toString()); }

private:
    QMap<QString, QStringList> m_values;
};

/// What to list or watch: metav1.ListOptions.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/
struct ListOptions
{
    QString labelSelector = {};
    QString fieldSelector = {};
    qint64 limit = 0; ///< objects a page; 0: all at once
    QString continueToken = {};
    QString resourceVersion = {};
    QString resourceVersionMatch = {}; ///< "Exact" or "NotOlderThan"
    std::optional<qint64> timeoutSeconds = {};
    bool watch = false;
    bool allowWatchBookmarks = false;
    std::optional<bool> sendInitialEvents = {};

    bool operator==(const ListOptions &) const = default;
};

QueryParams paramsOf(const ListOptions &options);

} // namespace kube
