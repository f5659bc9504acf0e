// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <chrono>

namespace workspace {

/// Keeps a document in a file: loads it, and writes every change a moment later.
class YardStorage : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString path() const = 0;
    /// How people call the yard; is written with it.
    virtual QString name() const = 0;
    virtual void setName(const QString &name) = 0;

    /// Fills the document from the file; a missing file is an empty yard. Returns the problems, for
    /// people; a file that cannot be used at all is put aside as "….broken", never overwritten.
    /// One that cannot even be read is left alone, and nothing is saved.
    virtual QStringList load() = 0;
    /// Writes now if something is pending.
    virtual void flush() = 0;
    /// How long changes are gathered before they are written; 500 ms at first.
    virtual void setDelay(std::chrono::milliseconds delay) = 0;

Q_SIGNALS:
    void saved();
    void saveFailed(const QString &reason); ///< one sentence; it is tried again
};

} // namespace workspace
