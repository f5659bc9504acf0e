// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QObject>
#include <QStringList>

namespace workspace {

/// The namespaces a person has chosen or typed, by kubeconfig context, newest first and at most 50
/// each. Who may not list namespaces finds them here again. Kept by app, which hands them in and
/// saves them on changed().
class NamespaceMemory : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype Most = 50;

    using QObject::QObject;

    void restore(const QMap<QString, QStringList> &remembered);
    const QMap<QString, QStringList> &all() const { return m_remembered; }
    QStringList of(const QString &context) const { return m_remembered.value(context); }
    void remember(const QString &context, const QStringList &nameSpaces);

Q_SIGNALS:
    void changed(const QString &context);

private:
    QMap<QString, QStringList> m_remembered;
};

} // namespace workspace
