// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QObject>

namespace workspace {

/// What one person has arranged for themselves and no one else sees: cameras, columns, pins,
/// recently opened things, saved views. A JSON object by sections, one for each feature, which
/// reads its own with care: the file may be of another version or edited by hand. Never secrets,
/// never what a cluster answered. Lives on the GUI thread; app/ keeps it in a file.
class Session final : public QObject
{
    Q_OBJECT

public:
    /// Of the whole, as compact JSON: more is not taken.
    static constexpr qsizetype MostBytes = 1024 * 1024;

    using QObject::QObject;

    QJsonObject section(const QString &name) const { return m_sections[name].toObject(); }
    /// Whether it was taken; an empty one removes the section.
    bool setSection(const QString &name, const QJsonObject &value);

    const QJsonObject &all() const { return m_sections; }
    /// Replaces everything, as read from the file; emits restored() only. What is too large or no
    /// object is left out.
    void restore(const QJsonObject &sections);

Q_SIGNALS:
    void changed(const QString &section);
    void restored();

private:
    QJsonObject m_sections;
};

} // namespace workspace
