// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <random>
#include <utility>

namespace demo {

/// What one container writes to its log. The container's name decides the style: JSON lines, plain
/// levels, ANSI colours, access logs, a database's. The same seed tells the same.
class Voice
{
public:
    Voice(QString container, unsigned seed);

    QString name() const { return m_container; }
    QByteArray greeting() const;
    QList<QByteArray> farewell() const; ///< of a job that is done
    QList<QByteArray> lastWords() const; ///< of a crash: a stack trace
    /// The next line that is due by `now`, with its time; no value when none is due yet.
    std::optional<std::pair<QDateTime, QByteArray>> next(const QDateTime &now);

private:
    enum class Style { Json, Plain, Colour, Access, Database };
    int roll(int sides) { return int(m_dice() % unsigned(sides)); }
    QByteArray line(const QDateTime &time);
    QByteArray event();

    QString m_container;
    Style m_style;
    std::mt19937 m_dice;
    QDateTime m_due;
    quint64 m_count = 0;
    QList<QByteArray> m_pending; ///< the rest of a stack trace
};

} // namespace demo
