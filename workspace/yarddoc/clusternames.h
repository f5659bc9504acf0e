// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace workspace {

/// Which clusters this person's contexts lead to. A context's name is its owner's; what a shared
/// yard says instead is an id of the cluster, which is the same for everybody.
///
/// An id begins with where it comes from: "uid:" and the UUID that the cluster calls itself, or
/// "api:" and 32 hexadecimal digits, a digest of the server's address and certificate authority. A
/// cluster can have several. "ctx:" and as many digits is a context that leads nowhere.
class ClusterNames : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The ids of the cluster that a context leads to, the one to write first; none when that is
    /// not known.
    virtual QStringList idsOf(const QString &context) const = 0;
    /// The contexts that lead to the cluster of that id; sorted.
    virtual QStringList contextsOf(const QString &id) const = 0;
    /// Whether a context leads there by a way round, through a relay: where another does as well,
    /// that one is used.
    virtual bool isRelayed(const QString & /*context*/) const { return false; }

Q_SIGNALS:
    void changed(); ///< what one of the functions above answers
};

/// Whether the text is an id, and no context's name: those begin in any way.
bool isClusterId(const QString &text);

} // namespace workspace
