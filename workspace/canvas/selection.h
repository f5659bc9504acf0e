// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

namespace workspace {

/// The krates that a person has picked, by id: what is done next is about them. One person's, never
/// part of the document.
class Selection final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isEmpty() const { return m_ids.isEmpty(); }
    int size() const { return int(m_ids.size()); }
    bool contains(const QString &id) const { return m_ids.contains(id); }
    QStringList ids() const; ///< sorted

    void set(const QStringList &ids);
    void toggle(const QString &id);
    void add(const QString &id);
    void remove(const QStringList &ids); ///< they no longer exist
    void clear() { set({}); }

Q_SIGNALS:
    void changed();

private:
    QSet<QString> m_ids;
};

} // namespace workspace
