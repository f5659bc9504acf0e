// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace kube {
struct ApiResource;
}

namespace workspace {

class Session;

/// How a person wants to see the lists of one kind. A value; columns are known by their ids.
struct ColumnChoice
{
    static constexpr int MostColumns = 40;
    static constexpr int MostText = 320; ///< characters of an id: a label's key has up to 317
    static constexpr qreal LeastWidth = 40;
    static constexpr qreal MostWidth = 900;

    QStringList shown = {}; ///< in their order; empty: the usual ones
    QHash<QString, qreal> widths = {}; ///< window units; others by their content
    QString sortedBy = {}; ///< empty: worst health first
    bool isDescending = false;
    bool isTree = false;

    bool operator==(const ColumnChoice &) const = default;

    /// What is wrong or too much in it is left out.
    static ColumnChoice fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
};

/// The choices in the section "columns" of a session, by kind. The one that was not changed for the
/// longest time makes room when there are too many.
class ColumnMemory
{
public:
    static constexpr int MostKinds = 100;

    /// `session` is borrowed and must outlive the memory.
    explicit ColumnMemory(Session &session)
        : m_session(session)
    {
    }

    ColumnChoice of(const QString &kind) const;
    void set(const QString &kind, const ColumnChoice &choice);

    static QString keyOf(const kube::ApiResource &resource); ///< the same in every version

private:
    Session &m_session;
};

} // namespace workspace
