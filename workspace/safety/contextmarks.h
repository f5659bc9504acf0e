// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QObject>

namespace workspace {

/// How careful a person wants to be in one kubeconfig context.
struct ContextMark
{
    bool production = false; ///< shown in red; what destroys asks for the name to be typed
    bool readOnly = false; ///< nothing is sent that could change the cluster

    bool operator==(const ContextMark &) const = default;
};

/// The marks that a person has given to contexts, by name. Theirs alone: never in the shared
/// document. Kept by app, which hands them in and saves them on changed(). GUI thread only.
class ContextMarks : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void restore(const QMap<QString, ContextMark> &marks);
    ContextMark of(const QString &context) const { return m_marks.value(context); }
    const QMap<QString, ContextMark> &all() const { return m_marks; }
    void set(const QString &context, const ContextMark &mark);

Q_SIGNALS:
    void changed(const QString &context);

private:
    QMap<QString, ContextMark> m_marks;
};

} // namespace workspace
